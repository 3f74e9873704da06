package org.targetwatch.intake;

import java.util.Map;
import org.targetwatch.web.Text;

/** Where something stands in the sender's own file, in the words of its format. */
sealed interface Place {
    /** Where the row as a whole stands. */
    Text whole();

    /** Where a field of it stands, or would stand. */
    Text field(String name);

    /** Where a field stands, with what its row says it is about: {@code figures[3].value (new-places 511102 2020-09)}. */
    default Text about(String name, String subject) {
        return subject.isEmpty() ? field(name) : Text.of("%s (%s)", "%s (%s)", field(name), subject);
    }

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

    /** A line of the form on a page, which shows what is wrong beside the field. */
    record OnPage() implements Place {
        private static final Map<String, Text> FIELDS = Map.of(
                "value", new Text("数值", "Value"),
                "numerator", new Text("分子", "Numerator"),
                "denominator", new Text("分母", "Denominator"),
                "note", new Text("备注", "Note"),
                "preparedBy", new Text("填报人", "Prepared by"),
                "checkedBy", new Text("审核人", "Checked by"),
                "approvedBy", new Text("单位负责人", "Approved by"),
                "asOf", new Text("数据截止日期", "Data as of"));

        @Override
        public Text whole() {
            return new Text("本行", "This line");
        }

        @Override
        public Text field(String name) {
            return FIELDS.getOrDefault(name, same(Text.shown(name)));
        }

        /** It stands beside the line. */
        @Override
        public Text about(String name, String subject) {
            return field(name);
        }
    }
}
