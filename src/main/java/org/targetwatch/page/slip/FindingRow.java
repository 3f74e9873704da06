package org.targetwatch.page.slip;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Unit;
import org.targetwatch.page.Line;
import org.targetwatch.page.Shown;
import org.targetwatch.supervision.Finding;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/** One number as it stood when a slip was opened, and as it stands now; null while there is no card. */
record FindingRow(String name, String then, @Nullable String now) {

    static List<FindingRow> of(Finding then, Optional<Finding> now, Measure measure, Language language) {
        return new Maker(then, now, measure, language).rows();
    }

    private record Maker(Finding then, Optional<Finding> now, Measure measure, Language language) {
        List<FindingRow> rows() {
            return List.of(
                    row("实际", "Actual", finding -> value(finding.actual())),
                    row("目标", "Target", finding -> value(finding.target())),
                    row("序时目标", "Expected by then", finding -> value(finding.expected())),
                    row("距目标", "Missing to the target", this::gap),
                    row("滞后点数", "Lag points", this::lag));
        }

        private FindingRow row(String zh, String en, Function<Finding, String> shown) {
            return new FindingRow(
                    new Text(zh, en).in(language),
                    shown.apply(then),
                    now.map(shown).orElse(null));
        }

        private String value(@Nullable BigDecimal value) {
            return Shown.value(value == null ? null : Exact.of(value), measure.unit(), language);
        }

        /** With the people or classes behind the gap of a ratio. */
        private String gap(Finding finding) {
            if (finding.gap() == null) {
                return Shown.NONE;
            }
            if (finding.gap().signum() == 0) {
                return new Text("已达到", "reached").in(language);
            }
            String gap = Line.difference(Exact.of(finding.gap()), measure.unit(), language);
            return finding.gapCount() == null || !measure.isRatio()
                    ? gap
                    : Text.of("%s（%s）", "%s (%s)", gap, counted(finding.gapCount()))
                            .in(language);
        }

        private String counted(BigDecimal count) {
            Unit unit = Shown.counted(measure);
            return Shown.count(Exact.of(count).abs(), unit, language);
        }

        private String lag(Finding finding) {
            if (finding.lagPoints() == null) {
                return Shown.NONE;
            }
            return finding.lagPoints().signum() > 0
                    ? Text.of(
                                    "%s 个百分点",
                                    "%s points",
                                    Shown.number(Exact.of(finding.lagPoints()).rounded(1)))
                            .in(language)
                    : new Text("未落后", "not behind").in(language);
        }
    }
}
