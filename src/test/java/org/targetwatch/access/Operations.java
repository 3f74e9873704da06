package org.targetwatch.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.targetwatch.As;

/** The operations of the API, as the program itself describes them. */
final class Operations {
    private Operations() {}

    /** {@code GET /api/v1/plans/{plan}}, with the names of its query parameters. */
    record Operation(String method, String path, List<String> query) {
        String name() {
            return method + " " + path;
        }
    }

    static List<Operation> all() throws IOException {
        JsonNode description = new ObjectMapper()
                .readTree(
                        As.nobody().accept("application/json").get("/q/openapi").asString());
        List<Operation> operations = new ArrayList<>();
        // Test classes add resources of their own.
        description.get("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api/"))
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), query(method.getValue())))));
        return operations;
    }

    private static List<String> query(JsonNode operation) {
        List<String> names = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.get("in").asText().equals("query")) {
                names.add(parameter.get("name").asText());
            }
        });
        return names;
    }
}
