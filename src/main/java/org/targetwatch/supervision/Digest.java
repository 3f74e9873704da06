package org.targetwatch.supervision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Coded;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Status;
import org.targetwatch.web.Text;

/**
 * 日报、周报: what one office has before it on one day. Names are in the reader's language.
 *
 * @param since the first day of which something counts as new
 * @param lagging the indicators that the office leads and whose city card lags, the worst first
 * @param reports who owes figures of these indicators, or will in the next days
 * @param slips those that are open, overdue ones first
 * @param settled how many slips were closed or have recovered since
 */
public record Digest(
        String plan,
        String office,
        Kind kind,
        LocalDate day,
        LocalDate since,
        List<Lagging> lagging,
        List<Report> reports,
        List<OpenSlip> slips,
        long settled) {

    /** How far back new goes. */
    public enum Kind implements Coded {
        DAILY("日报", "daily digest"),
        WEEKLY("周报", "weekly digest");

        private final Text words;

        Kind(String zh, String en) {
            this.words = new Text(zh, en);
        }

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public Text words() {
            return words;
        }
    }

    /**
     * An indicator that lags.
     *
     * @param actual with {@code target} and {@code gap}: in {@code unit}, the one in which the plan states the target
     * @param from since which month it has lagged without a break
     * @param isNew whether it began to since the last digest
     */
    @Schema(name = "DigestLagging")
    public record Lagging(
            String indicator,
            String name,
            Status status,
            Period period,
            @Nullable BigDecimal actual,
            @Nullable BigDecimal target,
            @Nullable BigDecimal gap,
            String unit,
            Period from,
            boolean isNew) {}

    /** Figures that a region owes. */
    @Schema(name = "DigestReport")
    public record Report(
            String region, String name, Period period, LocalDate dueDay, boolean overdue, List<String> missing) {}

    /** @param jumped whether its figure jumped after it was opened */
    @Schema(name = "DigestSlip")
    public record OpenSlip(
            int number,
            String indicator,
            String name,
            String region,
            String regionName,
            Phase state,
            @Nullable LocalDate dueDay,
            boolean overdue,
            boolean jumped,
            boolean isNew) {}

    public Digest {
        lagging = List.copyOf(lagging);
        reports = List.copyOf(reports);
        slips = List.copyOf(slips);
    }

    /** Whether there is nothing that the office would have to look at. */
    public boolean saysNothing() {
        return lagging.isEmpty() && reports.isEmpty() && slips.isEmpty() && settled == 0;
    }
}
