package org.targetwatch.watching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A dashboard under {@code grafana/dashboards}. */
record Board(Path file, JsonNode json) {
    private static final Path FOLDER = Path.of("grafana/dashboards");

    /** A query of a panel; {@code sql} tells which language it is. */
    record Query(String panel, String text, boolean sql) {
        /** With the board's variables put in, as Grafana does it. */
        Query with(Map<String, String> values) {
            String filled = text;
            for (Map.Entry<String, String> value : values.entrySet()) {
                filled = filled.replace("$" + value.getKey(), value.getValue());
            }
            return new Query(panel, filled, sql);
        }
    }

    static List<Board> all() {
        return Rules.files(FOLDER).stream().map(Board::read).toList();
    }

    static Board named(String uid) {
        return read(FOLDER.resolve(uid + ".json"));
    }

    private static Board read(Path file) {
        try {
            return new Board(file, new ObjectMapper().readTree(file.toFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String name() {
        return file.getFileName().toString().replace(".json", "");
    }

    List<JsonNode> panels() {
        return children(json.get("panels")).toList();
    }

    Stream<Query> queries() {
        return panels().stream().flatMap(panel -> children(panel.get("targets")).map(target -> query(panel, target)));
    }

    Stream<String> variableQueries() {
        return children(json.at("/templating/list"))
                .map(variable -> variable.at("/query/query").asText());
    }

    private Query query(JsonNode panel, JsonNode target) {
        String name = name() + ": " + panel.get("title").asText();
        return target.has("rawSql")
                ? new Query(name, target.get("rawSql").asText(), true)
                : new Query(name, target.get("expr").asText(), false);
    }

    static Stream<JsonNode> children(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
