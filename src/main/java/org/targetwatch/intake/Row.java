package org.targetwatch.intake;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.targetwatch.intake.Cell.Nothing;
import org.targetwatch.intake.Cell.Words;
import org.targetwatch.web.Text;

/**
 * One figure as it was sent, nothing checked yet.
 *
 * @param index from 0
 * @param cells by the name of the field
 * @param place where it stands in the sender's file
 */
record Row(int index, Map<String, Cell> cells, Place place) {

    /** The field's cell; an explicit null is the same as none. */
    Optional<Cell> cell(String field) {
        return Optional.ofNullable(cells.get(field)).filter(cell -> !(cell instanceof Nothing));
    }

    boolean has(String field) {
        return cell(field).isPresent();
    }

    boolean isNull(String field) {
        return cells.get(field) instanceof Nothing;
    }

    /** Where a field stands, with what the row says it is about. */
    Text place(String field) {
        String about = Stream.of("indicator", "region", "period")
                .map(cells::get)
                .filter(Words.class::isInstance)
                .map(cell -> Text.shown(((Words) cell).text()))
                .collect(Collectors.joining(" "));
        return place.about(field, about);
    }
}
