package org.targetwatch.intake;

import org.jspecify.annotations.Nullable;

/** The columns of the form, from left to right; the key is what {@link FormMarks#KEYS} calls those that are read back. */
enum FormColumn {
    NUMBER("甲", 5, null),
    INDICATOR("乙", 25, FormMarks.SHOWN_INDICATOR),
    MEANING("丙", 32, null),
    UNIT("丁", 9, "unit"),
    LAST_PERIOD("1", 7, null),
    LAST("2", 12, null),
    VALUE("3", 13, "value"),
    NUMERATOR("4", 13, "numerator"),
    DENOMINATOR("5", 13, "denominator"),
    COMPUTED("6", 15, null),
    NOTE("戊", 22, "note"),
    CODE("", 2, "indicator");

    private final String mark;
    private final int width;
    private final @Nullable String key;

    FormColumn(String mark, int width, @Nullable String key) {
        this.mark = mark;
        this.width = width;
        this.key = key;
    }

    /** What stands under the heading, as on statistical forms. */
    String mark() {
        return mark;
    }

    /** In Latin characters; a Chinese one takes two. */
    int width() {
        return width;
    }

    @Nullable
    String key() {
        return key;
    }

    private char letter() {
        return (char) ('A' + ordinal());
    }

    /** The address of its cell in a row, counted from 1: {@code G9}. */
    String at(int row) {
        return letter() + String.valueOf(row);
    }
}
