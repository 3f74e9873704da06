package org.targetwatch.figure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.targetwatch.figure.Closing.Closed;
import org.targetwatch.figure.Closing.Reopened;
import org.targetwatch.figure.Figure.Key;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.RegionTree;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/** Which periods of a plan take no figures on one day. Due days do not matter here: what is late is still welcome. */
public final class ClosedPeriods {
    public static final String CODE = "E-CLOSED";

    private final RegionTree regions;
    private final List<Closing> newestFirst;
    private final LocalDate today;

    public ClosedPeriods(RegionTree regions, Collection<Closing> closings, LocalDate today) {
        this.regions = regions;
        this.newestFirst = closings.stream()
                .sorted(Comparator.comparingLong(Closing::seq).reversed())
                .toList();
        this.today = today;
    }

    /** The closing that keeps {@code period} closed for {@code region}; empty while it is open. */
    public Optional<Closing> closing(String region, Period period) {
        for (Closing closing : newestFirst) {
            if (closing.period().equals(period) && closing.what() instanceof Closed) {
                return Optional.of(closing);
            }
            if (closing.period().equals(period)
                    && closing.what() instanceof Reopened reopened
                    && isOpen(reopened, region)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean isOpen(Reopened reopened, String region) {
        return !today.isAfter(reopened.until()) && regions.isWithin(region, reopened.region());
    }

    /** Why {@code period} takes no figures of {@code region}, and who can change that; empty while it is open. */
    public Optional<Text> refusal(String region, Period period) {
        return closing(region, period)
                .map(closing -> Text.of(
                        "%s 已由 %s 关账（第 %s 号），不再接收 %s 的数据；确需更正，请联系市级审核人员为本单位重新开放。",
                        "%s was closed by %s (closing %s) and takes no figures of %s any more; to correct one, ask a"
                                + " reviewer of the bureau to reopen it for your region.",
                        period,
                        closing.recordedBy(),
                        closing.seq(),
                        region));
    }

    void refuseClosed(Collection<Key> keys) {
        Violations violations = new Violations();
        for (Key key : keys) {
            refusal(key.region(), key.period())
                    .ifPresent(why -> violations.add(new Violation(null, "period", CODE, why)));
        }
        if (!violations.isEmpty()) {
            throw refusal(violations);
        }
    }

    /** For content that is refused for no other reason. */
    public static Problem refusal(Violations violations) {
        return Problem.of(
                Problem.Kind.CONFLICT,
                new Text("报告期已关账，未保存任何内容。", "The period is closed; nothing was stored."),
                violations);
    }
}
