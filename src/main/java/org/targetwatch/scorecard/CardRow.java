package org.targetwatch.scorecard;

import static java.util.stream.Collectors.joining;

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
    private static final String BETWEEN = "\0";

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
        Arrays.setAll(values, place -> CardColumns.ALL.get(place).value().apply(card));
        String text = Stream.of(values).map(String::valueOf).collect(joining(BETWEEN));
        return new CardRow(
                card.key(), Arrays.asList(values), UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)));
    }
}
