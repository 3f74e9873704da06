package org.targetwatch.intake;

import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/** Takes down what is wrong with one row, each time with its place. */
record RowReport(Row row, Violations violations) {

    /** The sentences begin behind the place, and name the bad value and the remedy. */
    void refuse(String field, String code, String zh, String en, Object... arguments) {
        Text place = row.place(field);
        Text message = Text.of(zh, en, arguments);
        violations.add(new Violation(row.index(), Text.shown(field), code, Text.of("%s：%s", "%s: %s", place, message)));
    }
}
