package org.targetwatch.archive;

import java.util.List;
import java.util.function.Consumer;
import org.targetwatch.web.Problem;

/** The records of one type in an archive, and the feature that keeps them. */
interface Section<T> {
    /** The type of their lines; it is documented in {@code docs/archive.md} and never changes. */
    String type();

    /** Hands on every record of a plan, in an order in which they can be restored. */
    void each(String plan, Consumer<T> consumer);

    /** Adds the fields of {@code record} to its line. */
    Line write(T record, Line line);

    /** The inverse of {@link #write}; refuses fields that have no usable value. */
    T read(String plan, Fields fields);

    /** How many records are restored together, and so are in memory. */
    default int atOnce() {
        return 2_000;
    }

    /**
     * Stores some of the records, in the order in which they came.
     *
     * @throws Problem when one cannot be stored; its violations' index is the place in {@code records}
     */
    void restore(String plan, List<T> records);
}
