package org.targetwatch.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a sheet as the file has it.
 *
 * @param number from 1
 * @param cells those with content, by the letter of their column
 */
record SheetRow(int number, Map<String, SheetCell> cells) {

    /** The text in a column; empty for none. */
    String text(String column) {
        SheetCell cell = cells.get(column);
        return cell == null ? "" : cell.text();
    }

    boolean isComputed(@Nullable String column) {
        SheetCell cell = cells.get(column);
        return cell != null && cell.formula();
    }
}
