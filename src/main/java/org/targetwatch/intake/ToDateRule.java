package org.targetwatch.intake;

import java.util.Optional;
import org.targetwatch.figure.Figure;
import org.targetwatch.measure.Kind;
import org.targetwatch.web.Text;

/** Amounts to date do not fall (domain.md 5.3: V6). A ratio's numerator is the amount. */
final class ToDateRule {
    /** Without a note it is refused under this code. */
    static final String REFUSED = "E-CUMULATIVE";

    private static final String CODE = "W-CUMULATIVE";

    private ToDateRule() {}

    /** It is lower than the one before it. */
    static Optional<Finding> of(Observed observed) {
        return observed.before()
                .filter(before -> isToDate(observed) && isHigher(observed, before, observed.figure()))
                .map(before -> observed.finding(
                        CODE,
                        "本期累计 %s，小于 %s 的累计 %s：是否误填了当月数？累计数应为年初至本期末的总数。",
                        "%s to date is less than the %3$s of %2$s: was the month's amount entered? To date means from the year's start to the end of the period.",
                        observed.counted(observed.figure()),
                        before.period(),
                        observed.counted(before)));
    }

    /** It is higher than the one after it, which was reported earlier. */
    static Optional<Finding> ofLater(Observed observed) {
        return observed.after()
                .filter(after -> isToDate(observed) && isHigher(observed, observed.figure(), after))
                .map(after -> observed.finding(
                        CODE,
                        "本期累计 %s，大于此后 %s 已报的累计 %s：请核对这两期。",
                        "%s to date is more than the %3$s reported for the later %2$s: please check both.",
                        observed.counted(observed.figure()),
                        after.period(),
                        observed.counted(after)));
    }

    /** What is said where there is no note. */
    static Text refusal(Finding finding) {
        return Text.of(
                "%s确需调减的，请在备注（note）中说明原因后重新提交。",
                "%s If it had to be reduced, say why in the note and send again.", finding.what());
    }

    private static boolean isToDate(Observed observed) {
        return observed.kind() == Kind.FLOW_TO_DATE;
    }

    private static boolean isHigher(Observed observed, Figure one, Figure other) {
        return observed.count(one).compareTo(observed.count(other)) > 0;
    }
}
