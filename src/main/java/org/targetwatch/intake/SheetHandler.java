package org.targetwatch.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xssf.model.SharedStrings;
import org.jspecify.annotations.Nullable;
import org.targetwatch.intake.SheetCell.Type;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Hears a sheet's XML and hands on its rows, one at a time. */
final class SheetHandler extends DefaultHandler {
    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})(\\d{1,7})");
    private static final int COLUMNS_KEPT = 64;

    private final SharedStrings strings;
    private final SheetStyles styles;
    private final Consumer<SheetRow> rows;
    private final StringBuilder text = new StringBuilder();
    private Map<String, SheetCell> cells = Map.of();
    private int rowNumber;
    private String column = "";
    private @Nullable String type;
    private @Nullable String style;
    private boolean formula;
    private boolean inText;
    private int phonetic;

    SheetHandler(SharedStrings strings, SheetStyles styles, Consumer<SheetRow> rows) {
        this.strings = strings;
        this.styles = styles;
        this.rows = rows;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "row" -> startRow(attributes.getValue("r"));
            case "c" -> startCell(attributes);
            case "f" -> formula = true;
            case "rPh" -> phonetic++;
            case "v", "t" -> inText = phonetic == 0;
            default -> {
                // Widths, merged cells and page set-up hold no figures.
            }
        }
    }

    private void startRow(@Nullable String number) {
        rowNumber = number == null ? rowNumber + 1 : Integer.parseInt(number);
        cells = new LinkedHashMap<>();
    }

    private void startCell(Attributes attributes) {
        Matcher reference = REFERENCE.matcher(String.valueOf(attributes.getValue("r")));
        if (!reference.matches()) {
            throw new IllegalArgumentException("A cell says nothing of its place");
        }
        column = reference.group(1);
        type = attributes.getValue("t");
        style = attributes.getValue("s");
        formula = false;
        text.setLength(0);
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (inText) {
            text.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        switch (name) {
            case "v", "t" -> inText = false;
            case "rPh" -> phonetic--;
            case "c" -> endCell();
            case "row" -> rows.accept(new SheetRow(rowNumber, cells));
            default -> {
                // As above.
            }
        }
    }

    private void endCell() {
        boolean empty = text.toString().isBlank() && !formula;
        if (!empty && cells.size() < COLUMNS_KEPT) {
            cells.put(column, cell(text.toString()));
        }
    }

    private SheetCell cell(String written) {
        return switch (type == null ? "n" : type) {
            case "s" ->
                words(strings.getItemAt(Integer.parseInt(written.strip())).getString());
            case "b" -> new SheetCell(Type.LOGICAL, written.equals("1") ? "TRUE" : "FALSE", formula);
            case "n" -> written.isBlank() ? words("") : SheetCell.number(written.strip(), styles.of(style), formula);
            default -> words(written);
        };
    }

    private SheetCell words(String written) {
        return new SheetCell(Type.WORDS, written, formula);
    }
}
