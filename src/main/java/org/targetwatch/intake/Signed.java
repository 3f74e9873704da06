package org.targetwatch.intake;

import java.util.Map;

/**
 * Who signed a batch, nothing checked yet.
 *
 * @param cells by the name of the signature, {@code preparedBy}
 * @param place where they stand in the sender's file
 */
record Signed(Map<String, Cell> cells, Place place) {
    static final Signed NONE = new Signed(Map.of(), new Place.InJsonSignatures());
}
