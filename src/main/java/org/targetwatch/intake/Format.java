package org.targetwatch.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Violations;

/** A format in which figures come in; each has one reader. */
@FunctionalInterface
interface Format {
    /**
     * Hands each row of {@code body} to {@code rows} as it is read, says in {@code violations} what is wrong with the
     * file, and returns who signed. One row is in memory at a time.
     *
     * @throws Problem when the content is not of this format
     */
    Signed read(Plan plan, InputStream body, Consumer<Row> rows, Violations violations) throws IOException;
}
