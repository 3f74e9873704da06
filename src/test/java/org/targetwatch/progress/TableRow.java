package org.targetwatch.progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a Markdown table.
 *
 * @param heading of the section that the table stands in
 * @param cells by the first word of their column's title; {@code –} stands for an empty one
 */
record TableRow(String heading, Map<String, String> cells) {
    private static final String EMPTY = "–";

    /** All rows of all tables, in order. */
    static List<TableRow> read(List<String> lines) {
        List<TableRow> rows = new ArrayList<>();
        List<String> titles = List.of();
        String heading = "";
        for (String line : lines) {
            if (line.startsWith("#")) {
                heading = line.replaceFirst("#+ ", "");
            } else if (!line.startsWith("|")) {
                titles = List.of();
            } else if (titles.isEmpty()) {
                titles = split(line).stream().map(title -> title.split(" ")[0]).toList();
            } else if (!line.startsWith("|-")) {
                rows.add(new TableRow(heading, byTitle(titles, split(line))));
            }
        }
        return rows;
    }

    private static List<String> split(String line) {
        String inner = line.substring(1, line.lastIndexOf('|'));
        return Arrays.stream(inner.split("(?<!\\\\)\\|")).map(String::strip).toList();
    }

    private static Map<String, String> byTitle(List<String> titles, List<String> texts) {
        if (titles.size() != texts.size()) {
            throw new IllegalArgumentException(texts.size() + " cells under " + titles.size() + " titles: " + texts);
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int column = 0; column < titles.size(); column++) {
            cells.put(titles.get(column), texts.get(column));
        }
        return cells;
    }

    boolean has(String title) {
        return cells.containsKey(title);
    }

    /** Empty without such a column, or where the cell is empty. */
    Optional<String> find(String title) {
        return Optional.ofNullable(cells.get(title)).filter(text -> !text.equals(EMPTY));
    }

    String get(String title) {
        return find(title).orElseThrow(() -> new IllegalArgumentException("Nothing under " + title + " in " + cells));
    }

    /** The first word of a cell, before its translation. */
    String word(String title) {
        return get(title).split(" ")[0];
    }
}
