package org.targetwatch.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.targetwatch.measure.Seeded;

/** Requests made from the description of the API: every operation, with values that fit, nearly fit, and do not fit at all. */
final class RandomRequests {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> KNOWN = List.of(
            "leshan-2020",
            "major-project-investment",
            "preprimary-ger",
            "petition-backlog",
            "gaokao-tier1-rate",
            "511100",
            "511102",
            "511133",
            "2020-10",
            "2020-01",
            "2019-12",
            "2021-06",
            "achieved",
            "returned",
            "true",
            "5",
            "2020-11-20",
            "2020-11-09T08:00:00+08:00",
            "亿元",
            "accept",
            "return",
            "done",
            "linear");
    private static final List<String> STRANGE = List.of(
            "nowhere",
            "乐山",
            "0",
            "-1",
            "99999999999999999999",
            "1e999999999",
            "NaN",
            "2020-13",
            "2020-10-10-10",
            "null",
            "'; DROP TABLE figure; --",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "%00",
            "\u0000",
            "\uD83D\uDE00",
            "a".repeat(3_000),
            " ",
            "~~~",
            "*",
            "\"");

    /** A request that is not sent yet. */
    record Request(String operation, String method, String path, String body) {}

    private final JsonNode description;
    private final List<JsonNode> operations = new ArrayList<>();
    private final Seeded seeded;

    /** @param description the OpenAPI document */
    RandomRequests(JsonNode description, Seeded seeded) {
        this.description = description;
        this.seeded = seeded;
        // Test classes add resources of their own.
        description.get("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api/"))
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method ->
                                operations.add(((ObjectNode) method.getValue().deepCopy())
                                        .put("path", path.getKey())
                                        .put("method", method.getKey()))));
    }

    int operations() {
        return operations.size();
    }

    /** One for each operation in turn. */
    Request next(int number) {
        JsonNode operation = operations.get(number % operations.size());
        String path = operation.get("path").asText();
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.get("name").asText();
            if (parameter.get("in").asText().equals("path")) {
                path = path.replace("{" + name + "}", encoded(value(name)));
            } else if (parameter.get("in").asText().equals("query") && seeded.chance(40)) {
                query.add(encoded(name) + "=" + encoded(value(name)));
            }
        }
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        return new Request(
                operation.get("method").asText() + " " + operation.get("path").asText(),
                operation.get("method").asText().toUpperCase(Locale.ROOT),
                path + (query.isEmpty() ? "" : "?" + String.join("&", query)),
                operation.has("requestBody") ? body(schema) : "");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Mostly what could stand there, so that requests come through to the code behind. */
    private String value(String name) {
        String fitting =
                switch (name) {
                    case "plan" -> "leshan-2020";
                    case "indicator" -> seeded.oneOf("petition-backlog", "preprimary-ger", "gaokao-tier1-rate");
                    case "region" -> seeded.oneOf("511102", "511100", "511133");
                    case "period" -> seeded.oneOf("2020-10", "2020-06", "2021-06");
                    case "code" -> "five-year-plan";
                    case "office" -> "基教科";
                    case "number" -> seeded.oneOf("1", "2");
                    case "newDate", "due" -> "2020-11-20";
                    case "reason", "measure" -> "说明";
                    case "id" -> "987654";
                    case "name" -> "somebody";
                    case "password" -> "long-enough-and-of-nobody";
                    case "format" -> seeded.oneOf("html", "docx", "xlsx");
                    case "unit" -> "件";
                    case "quality" -> "certified";
                    case "role" -> seeded.oneOf("viewer", "reporter", "reviewer", "leader");
                    default -> null;
                };
        return fitting != null && seeded.chance(75) ? fitting : any();
    }

    private String any() {
        List<String> pool = seeded.chance(50) ? KNOWN : STRANGE;
        return pool.get(seeded.between(0, pool.size() - 1));
    }

    private String body(JsonNode schema) {
        if (seeded.chance(5)) {
            return seeded.oneOf("", "null", "[]", "{", "\"x\"", "{\"figures\":", "{\"a\":1}{\"b\":2}", "\uFEFF{}");
        }
        return seeded.chance(70) && !schema.isMissingNode()
                ? node(schema, 0).toString()
                : figures().toString();
    }

    private ObjectNode figures() {
        ObjectNode body = JSON.objectNode();
        ArrayNode figures = body.putArray("figures");
        for (int count = seeded.between(0, 3); count > 0; count--) {
            ObjectNode figure = figures.addObject();
            for (String field : List.of(
                    "indicator", "region", "period", "value", "unit", "numerator", "denominator", "note", "quality")) {
                if (seeded.chance(70)) {
                    figure.set(field, seeded.chance(80) ? JSON.textNode(value(field)) : garbage());
                }
            }
        }
        return body;
    }

    private JsonNode node(JsonNode schema, int depth) {
        if (schema.has("$ref")) {
            return node(description.at(schema.get("$ref").asText().substring(1)), depth + 1);
        }
        if (depth > 8 || seeded.chance(12)) {
            return garbage();
        }
        if (schema.has("properties")) {
            ObjectNode object = JSON.objectNode();
            schema.get("properties").properties().forEach(property -> {
                if (seeded.chance(80)) {
                    object.set(property.getKey(), leafOrNode(property.getKey(), property.getValue(), depth + 1));
                }
            });
            return object;
        }
        if (schema.has("items")) {
            ArrayNode array = JSON.arrayNode();
            for (int count = seeded.between(0, 3); count > 0; count--) {
                array.add(node(schema.get("items"), depth + 1));
            }
            return array;
        }
        return garbage();
    }

    private JsonNode leafOrNode(String name, JsonNode schema, int depth) {
        boolean text = StreamSupport.stream(types(schema).spliterator(), false)
                .anyMatch(type -> type.asText().equals("string"));
        return text && seeded.chance(85) ? JSON.textNode(value(name)) : node(schema, depth);
    }

    private static JsonNode types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type : JSON.arrayNode().add(type);
    }

    private JsonNode garbage() {
        return switch (seeded.between(0, 6)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(seeded.chance(50));
            case 2 -> JSON.numberNode(seeded.between(-5, 2_000));
            case 3 -> JSON.numberNode(seeded.decimal(-10, 100));
            case 4 -> JSON.arrayNode().add(any());
            case 5 -> JSON.objectNode().put(any(), any());
            default -> JSON.textNode(any());
        };
    }
}
