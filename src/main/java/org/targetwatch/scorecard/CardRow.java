package org.targetwatch.scorecard;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.rows.Column;

/**
 * A card as it is written.
 *
 * @param values in the order of {@link CardColumns#ALL}
 * @param digest of all values: a stored card with the same says the same
 */
record CardRow(Card.Key key, List<@Nullable Object> values, UUID digest) {
    /** Keeps values apart, whatever they are. */
    private static final char BETWEEN = '\0';

    private static final int USUAL_LENGTH = 512;

    static final List<Column<CardRow>> COLUMNS = Stream.concat(
                    IntStream.range(0, CardColumns.ALL.size()).mapToObj(CardRow::column),
                    Stream.of(new Column<>("digest", "uuid", CardRow::digest)))
            .toList();

    private static Column<CardRow> column(int place) {
        Column<Card> column = CardColumns.ALL.get(place);
        return new Column<>(column.name(), column.type(), row -> row.values().get(place));
    }

    static CardRow of(Card card) {
        @Nullable Object[] values = new Object[CardColumns.ALL.size()];
        StringBuilder text = new StringBuilder(USUAL_LENGTH);
        for (int place = 0; place < values.length; place++) {
            values[place] = CardColumns.ALL.get(place).value().apply(card);
            text.append(values[place]).append(BETWEEN);
        }
        byte[] all = text.toString().getBytes(StandardCharsets.UTF_8);
        return new CardRow(card.key(), Arrays.asList(values), UUID.nameUUIDFromBytes(all));
    }
}
