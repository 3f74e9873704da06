package org.targetwatch.intake;

/** What stands in one field of a row, as the format tells it apart. */
sealed interface Cell {

    /** Something in quotes. */
    record Words(String text) implements Cell {}

    /** A number as it was written; {@code NaN} and infinities included. */
    record Digits(String written) implements Cell {}

    /** An explicit null. */
    record Nothing() implements Cell {}

    /** What no field can hold: true, false, a list, an object. */
    record Other(String kind) implements Cell {}
}
