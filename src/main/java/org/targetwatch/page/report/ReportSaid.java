package org.targetwatch.page.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.intake.IntakeResource.Receipt;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Unit;
import org.targetwatch.page.Light;
import org.targetwatch.page.Names;
import org.targetwatch.page.Shown;
import org.targetwatch.page.Words;
import org.targetwatch.scorecard.Effect;
import org.targetwatch.web.Language;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;
import org.targetwatch.web.ViolationAnswer;

/**
 * What the program says to a form.
 *
 * @param detail about the whole; null when there is nothing to say
 * @param refused whether something is wrong
 * @param lines by indicator
 * @param general what is wrong with no line in particular
 */
record ReportSaid(@Nullable String detail, boolean refused, Map<String, Words> lines, List<String> general) {
    static final ReportSaid NOTHING = new ReportSaid(null, false, Map.of(), List.of());
    static final Words SILENCE = new Words(List.of(), List.of(), List.of());

    /** What is said to one line. */
    record Words(List<String> violations, List<String> warnings, List<Shift> effects) {
        boolean isSilent() {
            return violations.isEmpty() && warnings.isEmpty() && effects.isEmpty();
        }
    }

    /** What a figure does to a card: of whom, from which light to which. */
    record Shift(String region, @Nullable Light from, Light to, String actual) {}

    /** One sentence about the whole. */
    static ReportSaid general(String detail) {
        return new ReportSaid(detail, false, Map.of(), List.of());
    }

    /** What is wrong with a file, whose messages name their places themselves. */
    static ReportSaid ofFile(Problem problem, Language language) {
        return new ReportSaid(
                problem.detail().in(language),
                true,
                Map.of(),
                messages(ViolationAnswer.of(problem.violations(), language)));
    }

    static ReportSaid of(Problem problem, List<Indicator> filled, Language language) {
        List<ViolationAnswer> violations = ViolationAnswer.of(problem.violations(), language);
        Map<String, Words> lines = byLine(violations, filled).entrySet().stream()
                .collect(
                        toMap(Map.Entry::getKey, entry -> new Words(messages(entry.getValue()), List.of(), List.of())));
        return new ReportSaid(
                problem.detail().in(language),
                true,
                lines,
                messages(violations.stream()
                        .filter(violation -> violation.index() == null)
                        .toList()));
    }

    static ReportSaid of(Receipt receipt, List<Indicator> filled, Plan plan, String detail, Language language) {
        Map<String, List<ViolationAnswer>> warnings = byLine(receipt.warnings(), filled);
        Map<String, List<Effect>> effects = Optional.ofNullable(receipt.effects()).orElse(List.of()).stream()
                .collect(groupingBy(Effect::indicator));
        Map<String, Words> lines = filled.stream()
                .collect(toMap(
                        Indicator::code,
                        indicator -> new Words(
                                List.of(),
                                messages(warnings.getOrDefault(indicator.code(), List.of())),
                                effects.getOrDefault(indicator.code(), List.of()).stream()
                                        .map(effect -> shift(effect, indicator, plan, language))
                                        .toList())));
        return new ReportSaid(detail, false, lines, List.of());
    }

    private static Map<String, List<ViolationAnswer>> byLine(List<ViolationAnswer> said, List<Indicator> filled) {
        return said.stream()
                .filter(one -> one.index() != null && one.index() < filled.size())
                .collect(groupingBy(
                        one -> filled.get(Objects.requireNonNull(one.index())).code()));
    }

    private static List<String> messages(List<ViolationAnswer> said) {
        return said.stream().map(ViolationAnswer::message).distinct().toList();
    }

    private static Shift shift(Effect effect, Indicator indicator, Plan plan, Language language) {
        Unit unit = indicator.measure().unit();
        return new Shift(
                Names.of(plan, effect.region(), language),
                effect.from() == null ? null : Light.of(effect.from(), language),
                Light.of(effect.to(), language),
                Text.of(
                                "%s → %s",
                                "%s → %s",
                                shown(effect.fromActual(), unit, language),
                                shown(effect.toActual(), unit, language))
                        .in(language));
    }

    private static String shown(@Nullable BigDecimal actual, Unit unit, Language language) {
        return Shown.value(actual == null ? null : Exact.of(actual), unit, language);
    }

    Words of(Indicator indicator) {
        return lines.getOrDefault(indicator.code(), SILENCE);
    }

    /** Whether a line is warned of and has no note that says why it is right. */
    boolean wantsNotes(ReportFields fields, List<Indicator> filled) {
        return filled.stream()
                .anyMatch(indicator -> !of(indicator).warnings().isEmpty()
                        && fields.get(ReportFields.name("note", indicator)).isBlank());
    }
}
