package org.targetwatch.page.slip;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Unit;
import org.targetwatch.page.Light;
import org.targetwatch.page.Line;
import org.targetwatch.page.Links;
import org.targetwatch.page.Names;
import org.targetwatch.page.Shown;
import org.targetwatch.supervision.Finding;
import org.targetwatch.supervision.Phase;
import org.targetwatch.supervision.Slip;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/**
 * A slip in a list.
 *
 * @param light how the card stood when it was opened
 * @param missing what was missing then
 * @param due when what is owed, and how far that is; null where nothing is
 * @param lastly what was done last, when and by whom
 */
public record SlipLine(
        String href,
        int number,
        String region,
        String name,
        String offices,
        Light light,
        String missing,
        String phase,
        String phaseWord,
        @Nullable String due,
        boolean overdue,
        boolean jumped,
        String lastly) {
    /** What lags is never said to lag by nothing. */
    private static final BigDecimal LEAST_POINTS = new BigDecimal("0.1");

    public static SlipLine of(Plan plan, Slip slip, LocalDate today, Links links, Language language) {
        Slip.Opening opening = slip.opening();
        Indicator indicator = plan.requireIndicator(opening.series().indicator());
        Phase phase = slip.state().phase();
        return new SlipLine(
                links.address("/slips/" + slip.number()).toString(),
                slip.number(),
                Names.of(plan, opening.series().region(), language),
                Line.name(indicator, language),
                String.join("、", opening.offices()),
                Light.of(opening.finding().status(), language),
                missing(opening.finding(), indicator.measure().unit()).in(language),
                phase.code(),
                phase.words().in(language),
                slip.state()
                        .due()
                        .map(day -> due(phase, day, today).in(language))
                        .orElse(null),
                slip.isOverdue(today),
                slip.isOpen() && slip.hasJumped(),
                lastly(slip).in(language));
    }

    /** How far the target was; where the sum is there and a region of it is not, or there is no target, how far the schedule. */
    static Text missing(Finding finding, Unit unit) {
        return finding.gap() == null || finding.gap().signum() == 0
                ? behind(finding)
                : Text.of(
                        "差 %s",
                        "%s missing",
                        new Text(
                                Line.difference(Exact.of(finding.gap()), unit, Language.ZH),
                                Line.difference(Exact.of(finding.gap()), unit, Language.EN)));
    }

    private static Text behind(Finding finding) {
        if (finding.lagPoints() != null && finding.lagPoints().signum() > 0) {
            BigDecimal points = Exact.of(finding.lagPoints()).rounded(1).max(LEAST_POINTS);
            return Text.of("滞后 %s 个百分点", "%s points behind", Shown.number(points));
        }
        return finding.gap() != null
                ? new Text("已达到", "reached")
                : finding.lagPoints() != null ? new Text("未落后", "not behind") : new Text(Shown.NONE, Shown.NONE);
    }

    /** Until when what is owed, and how far that is from {@code today}. */
    static Text due(Phase phase, LocalDate day, LocalDate today) {
        Text until = new Text(Shown.day(day, Language.ZH), Shown.day(day, Language.EN));
        Text owed = phase == Phase.ACCEPTED
                ? Text.of("承诺%s完成", "promised for %s", until)
                : Text.of("%s前回复", "reply by %s", until);
        long days = ChronoUnit.DAYS.between(today, day);
        Text far = days < 0
                ? Text.of("已逾期 %s 天", "%s days overdue", -days)
                : days == 0 ? new Text("今天到期", "due today") : Text.of("还有 %s 天", "%s days left", days);
        return Text.of("%s，%s", "%s, %s", owed, far);
    }

    private static Text lastly(Slip slip) {
        return Text.of(
                "%s · %s · %s",
                "%s · %s · %s",
                Speaker.word(slip.last().act()),
                new Text(
                        Shown.day(slip.last().day(), Language.ZH),
                        Shown.day(slip.last().day(), Language.EN)),
                Speaker.name(slip.last()));
    }
}
