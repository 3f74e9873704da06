package org.targetwatch.intake;

import java.util.Map;
import org.targetwatch.web.Text;

/** Where something stands in the sender's own file, in the words of its format. */
sealed interface Place {
    /** Where the row as a whole stands. */
    Text whole();

    /** Where a field of it stands, or would stand. */
    Text field(String name);

    private static Text same(String place) {
        return new Text(place, place);
    }

    /** {@code figures[3]}. */
    record InJson(int index) implements Place {
        @Override
        public Text whole() {
            return same("figures[" + index + "]");
        }

        @Override
        public Text field(String name) {
            return same("figures[" + index + "]." + Text.shown(name));
        }
    }

    /** The signatures of a JSON document. */
    record InJsonSignatures() implements Place {
        @Override
        public Text whole() {
            return same("signatures");
        }

        @Override
        public Text field(String name) {
            return same("signatures." + Text.shown(name));
        }
    }

    /**
     * A line of a CSV file.
     *
     * @param line from 1, as an editor counts
     * @param columns what the file calls a field
     */
    record InCsv(long line, Map<String, String> columns) implements Place {
        @Override
        public Text whole() {
            return Text.of("第 %s 行", "line %s", line);
        }

        @Override
        public Text field(String name) {
            String column = columns.getOrDefault(name, name);
            return Text.of("第 %s 行“%s”列", "line %s, column %s", line, Text.shown(column));
        }
    }

    /**
     * A row of a sheet.
     *
     * @param row from 1, as the sheet counts
     * @param columns the letter of a field's column
     */
    record InSheet(int row, Map<String, String> columns) implements Place {
        @Override
        public Text whole() {
            return Text.of("第 %s 行", "row %s", row);
        }

        @Override
        public Text field(String name) {
            String column = columns.get(name);
            return column == null ? whole() : Text.of("单元格 %s", "cell %s", column + row);
        }
    }
}
