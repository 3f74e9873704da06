package org.targetwatch.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Coded;

/** One line that is written; {@link Fields} reads it. Absent fields are left out. */
final class Line {
    static final String TYPE = "type";

    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    static Line of(String type) {
        return new Line().with(TYPE, type);
    }

    Line with(String name, @Nullable Object value) {
        if (value != null) {
            node.set(name, node(value));
        }
        return this;
    }

    Line with(String name, List<Line> lines) {
        lines.forEach(line -> node.withArray(name).add(line.node));
        return this;
    }

    /** Moments, days, periods, hashes and ids are texts in the form in which they print. */
    private JsonNode node(Object value) {
        if (value instanceof JsonNode json) {
            return json;
        }
        if (value instanceof BigDecimal decimal) {
            return node.numberNode(decimal);
        }
        if (value instanceof Number whole) {
            return node.numberNode(whole.longValue());
        }
        if (value instanceof Boolean flag) {
            return node.booleanNode(flag);
        }
        return node.textNode(value instanceof Coded coded ? coded.code() : value.toString());
    }

    String type() {
        return node.get(TYPE).textValue();
    }

    byte[] bytes() {
        return ExactJson.bytes(node);
    }
}
