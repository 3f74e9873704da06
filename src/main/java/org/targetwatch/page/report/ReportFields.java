package org.targetwatch.page.report;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.intake.PageForm;
import org.targetwatch.measure.Period;

/**
 * The fields of a month's form as typed, by their names: {@code value.<indicator>}, {@code numerator.<indicator>},
 * {@code denominator.<indicator>}, {@code note.<indicator>}, and the signatures. Empty ones are left out.
 */
record ReportFields(Map<String, String> typed) {
    static final List<String> SIGNATURES = List.of("preparedBy", "checkedBy", "approvedBy", "asOf");
    private static final List<String> NUMBERS = List.of("value", "numerator", "denominator");

    ReportFields {
        typed = Map.copyOf(typed);
    }

    /** Of what a browser sends only the fields of the form. */
    static ReportFields of(MultivaluedMap<String, String> sent, List<Indicator> asked) {
        Map<String, String> typed = new LinkedHashMap<>();
        names(asked).forEach(name -> {
            String text = sent.getFirst(name);
            if (text != null && !text.isBlank()) {
                typed.put(name, text);
            }
        });
        return new ReportFields(typed);
    }

    private static Stream<String> names(List<Indicator> asked) {
        return Stream.concat(SIGNATURES.stream(), asked.stream().flatMap(indicator -> Stream.concat(
                        NUMBERS.stream(), Stream.of("note"))
                .map(field -> name(field, indicator))));
    }

    static String name(String field, Indicator indicator) {
        return field + "." + indicator.code();
    }

    String get(String name) {
        return typed.getOrDefault(name, "");
    }

    boolean isFilled(Indicator indicator) {
        return NUMBERS.stream().anyMatch(field -> typed.containsKey(name(field, indicator)));
    }

    /** Those that were filled in, in the order of the form. */
    List<Indicator> filled(List<Indicator> asked) {
        return asked.stream().filter(this::isFilled).toList();
    }

    PageForm form(String region, Period period, List<Indicator> asked) {
        return new PageForm(
                region,
                period,
                filled(asked).stream().map(this::line).toList(),
                SIGNATURES.stream().filter(typed::containsKey).collect(Collectors.toMap(name -> name, typed::get)));
    }

    private PageForm.Line line(Indicator indicator) {
        Map<String, String> fields = new LinkedHashMap<>();
        Stream.concat(NUMBERS.stream(), Stream.of("note"))
                .filter(field -> typed.containsKey(name(field, indicator)))
                .forEach(field -> fields.put(field, typed.get(name(field, indicator))));
        if (fields.containsKey("value")) {
            fields.put("unit", indicator.measure().unit().symbol());
        }
        return new PageForm.Line(indicator.code(), fields);
    }
}
