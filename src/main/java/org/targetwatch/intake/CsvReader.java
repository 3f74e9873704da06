package org.targetwatch.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.intake.Cell.Digits;
import org.targetwatch.intake.Cell.Words;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Problem.Kind;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/** Reads tables as Excel and its kin write them: comma, semicolon or tab; UTF-8 or GB18030; columns in any order. */
final class CsvReader {
    private static final Set<String> NUMBERS = Set.of("value", "numerator", "denominator");
    private static final Map<String, String> QUALITIES = Map.of("快报", "preliminary", "核定", "certified");
    // No exponent: Excel writes 1.23457E+12 for what it has shown, and the digits behind are lost.
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");

    private final CSVParser csv;
    private final RecordReader text;
    private final Iterator<CSVRecord> records;
    private final Violations violations;
    private int count;

    private CsvReader(RecordReader text, char delimiter, Violations violations) throws IOException {
        this.text = text;
        this.csv = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get()
                .parse(text);
        this.records = csv.iterator();
        this.violations = violations;
    }

    /** See {@link Format}. A table has no signatures. */
    static Signed read(Plan plan, InputStream body, Consumer<Row> rows, Violations violations) throws IOException {
        InputStream content = Content.expect(Content.OF_CSV, "text/csv", body);
        try (Spool spool = Spool.of(content)) {
            char delimiter = delimiter(spool);
            try (RecordReader text = new RecordReader(CsvEncoding.reader(spool.file()))) {
                new CsvReader(text, delimiter, violations).table(rows);
            }
        }
        return Signed.NONE;
    }

    /** The one of the three that the header line holds most of; names of columns hold none. */
    private static char delimiter(Spool spool) throws IOException {
        try (Reader text = new BufferedReader(new RecordReader(CsvEncoding.reader(spool.file())))) {
            StringBuilder header = new StringBuilder();
            for (int next = text.read(); next >= 0 && next != '\n' && next != '\r'; next = text.read()) {
                header.append((char) next);
            }
            return Stream.of(',', ';', '\t')
                    .max(Comparator.comparing(delimiter ->
                            header.chars().filter(found -> found == delimiter).count()))
                    .orElseThrow();
        } catch (IOException tooLong) {
            throw unreadable(1);
        }
    }

    private void table(Consumer<Row> rows) {
        CsvColumns columns = new CsvColumns(next(1).map(CSVRecord::toList).orElse(List.of()), violations);
        violations.refuseIfAny();
        long line = csv.getCurrentLineNumber() + 1;
        for (Optional<CSVRecord> record = next(line); record.isPresent(); record = next(line)) {
            row(columns, line, record.get().toList(), rows);
            line = csv.getCurrentLineNumber() + 1;
        }
    }

    private Optional<CSVRecord> next(long line) {
        try {
            Optional<CSVRecord> record = records.hasNext() ? Optional.of(records.next()) : Optional.empty();
            text.recordIsComplete();
            return record;
        } catch (UncheckedIOException broken) {
            throw unreadable(line);
        }
    }

    private static Problem unreadable(long line) {
        return Problem.of(
                Kind.UNREADABLE,
                Text.of(
                        "从第 %s 行起无法读取：双引号没有成对，或该行过长。内容中的双引号请写成两个，整格再用双引号括起。",
                        "Unreadable from line %s on: a double quote has no partner, or the line is too long. Write a quote inside a cell twice, and put the cell in quotes.",
                        line));
    }

    private void row(CsvColumns columns, long line, List<String> cells, Consumer<Row> rows) {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        int index = count++;
        if (hasTheCellsOf(columns, cells)) {
            rows.accept(new Row(index, cells(columns, cells), new Place.InCsv(line, columns.written())));
        } else {
            Text message = Text.of(
                    "第 %s 行有 %s 格，表头有 %s 列：请检查是否少了或多了分隔符；内容中有分隔符的，整格用双引号括起。",
                    "Line %s has %s cells, the header %s columns: check for a delimiter too few or too many; put a cell that holds one in double quotes.",
                    line,
                    cells.size(),
                    columns.count());
            violations.add(new Violation(index, "", "E-LINE", message));
        }
    }

    private static boolean hasTheCellsOf(CsvColumns columns, List<String> cells) {
        return cells.size() >= columns.count()
                && cells.stream().skip(columns.count()).allMatch(String::isBlank);
    }

    private static Map<String, Cell> cells(CsvColumns columns, List<String> written) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        IntStream.range(0, columns.count())
                .filter(column -> !written.get(column).isBlank())
                .forEach(column -> cells.put(
                        columns.field(column),
                        cell(columns.field(column), written.get(column).strip())));
        return cells;
    }

    private static Cell cell(String field, String written) {
        if (NUMBERS.contains(field) && NUMBER.matcher(written).matches()) {
            return new Digits(written);
        }
        return new Words(field.equals("quality") ? QUALITIES.getOrDefault(written, written) : written);
    }
}
