package org.targetwatch.intake;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.intake.Cell.Digits;
import org.targetwatch.intake.Cell.Words;
import org.targetwatch.measure.Period;
import org.targetwatch.web.TypedNumber;
import org.targetwatch.web.Violations;

/**
 * The form of a month as it was filled in on a page.
 *
 * @param lines those that were filled in; what is wrong with one is said of its index
 * @param signatures by the name of the signature, {@code preparedBy}
 */
public record PageForm(String region, Period period, List<Line> lines, Map<String, String> signatures) {
    private static final Place PLACE = new Place.OnPage();

    /**
     * What was typed for one indicator.
     *
     * @param fields {@code value} and {@code unit}, or {@code numerator} and {@code denominator}, and {@code note}
     */
    public record Line(String indicator, Map<String, String> fields) {}

    public PageForm {
        lines = List.copyOf(lines);
        signatures = Map.copyOf(signatures);
    }

    /** See {@link Format}; the form has arrived already. */
    Signed read(Plan plan, InputStream none, Consumer<Row> rows, Violations violations) {
        for (int index = 0; index < lines.size(); index++) {
            rows.accept(new Row(index, cells(lines.get(index)), PLACE));
        }
        return new Signed(words(signatures), PLACE);
    }

    private Map<String, Cell> cells(Line line) {
        Map<String, Cell> cells = words(line.fields());
        cells.put("indicator", new Words(line.indicator()));
        cells.put("region", new Words(region));
        cells.put("period", new Words(period.toString()));
        List.of("value", "numerator", "denominator")
                .forEach(field -> cells.computeIfPresent(field, (name, cell) -> number(((Words) cell).text())));
        return cells;
    }

    private static Map<String, Cell> words(Map<String, String> typed) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        typed.forEach((field, text) -> {
            if (!text.isBlank()) {
                cells.put(field, new Words(text.strip()));
            }
        });
        return cells;
    }

    private static Cell number(String typed) {
        return TypedNumber.digits(typed).<Cell>map(Digits::new).orElseGet(() -> new Words(typed));
    }
}
