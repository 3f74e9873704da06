package org.targetwatch.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Coded;

/**
 * What is said about a change: texts by name. Equal numbers are written equally, and the names have one order, so the same
 * facts always have the same hash.
 *
 * @param named names in lower case, {@code effectiveFrom}
 */
public record Facts(@JsonValue SortedMap<String, String> named) {
    public static final Facts NONE = new Facts(new TreeMap<>());

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final JsonMapper JSON = new JsonMapper();

    public Facts {
        named = Collections.unmodifiableSortedMap(new TreeMap<>(named));
        if (!named.keySet().stream().allMatch(name -> NAME.matcher(name).matches())) {
            throw new IllegalArgumentException("Facts have names like effectiveFrom: " + named.keySet());
        }
    }

    public static Facts of(String name, @Nullable Object value) {
        return NONE.and(name, value);
    }

    /** With one fact more; a null is none. */
    public Facts and(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        SortedMap<String, String> more = new TreeMap<>(named);
        more.put(name, text(value));
        return new Facts(more);
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        return value instanceof Coded coded ? coded.code() : value.toString();
    }

    /** The inverse of {@link #json}; empty for what cannot have come from there. */
    public static Optional<Facts> parse(String json) {
        try {
            return of(JSON.readTree(json));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<Facts> of(JsonNode node) {
        SortedMap<String, String> named = new TreeMap<>();
        node.properties()
                .forEach(fact -> named.put(fact.getKey(), fact.getValue().textValue()));
        boolean fits = node.isObject()
                && !named.containsValue(null)
                && named.keySet().stream().allMatch(name -> NAME.matcher(name).matches());
        return fits ? Optional.of(new Facts(named)) : Optional.empty();
    }

    public String json() {
        try {
            return JSON.writeValueAsString(named);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts by name are always JSON", impossible);
        }
    }

    /** Adds every fact to what is hashed, its name behind {@code prefix}. */
    void addTo(Content content, String prefix) {
        named.forEach((name, value) -> content.with(prefix + name, value));
    }
}
