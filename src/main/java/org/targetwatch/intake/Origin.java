package org.targetwatch.intake;

import org.targetwatch.figure.Figure.Key;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;

/**
 * Where a figure that was read stands in what was sent.
 *
 * @param index from 0
 */
record Origin(int index, Place place) {

    /** Says {@code what} of a field; the sentences begin behind the place, as in {@link RowReport}. */
    Violation violation(Key key, String field, String code, Text what) {
        String about = key.indicator() + " " + key.region() + " " + key.period();
        return new Violation(index, field, code, Text.of("%s：%s", "%s: %s", place.about(field, about), what));
    }
}
