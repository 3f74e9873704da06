package org.targetwatch.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** JSON that keeps every digit of a number, and takes nothing that a database could not keep. */
final class ExactJson {
    /** More than any number of ours has, before and after the point; without a limit, 1E999999999 would fill the memory. */
    private static final int MOST_DIGITS = 100;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private ExactJson() {}

    static byte[] bytes(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree of JSON nodes can always be written", impossible);
        }
    }

    /** The object that {@code line} holds; empty when it is anything else. */
    static Optional<ObjectNode> object(byte[] line) {
        try {
            return JSON.readTree(line) instanceof ObjectNode object && isSound(object)
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static boolean isSound(JsonNode node) {
        if (node.isNumber()) {
            BigDecimal number = node.decimalValue();
            return number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS;
        }
        return node.isTextual()
                ? isSound(node.textValue())
                : StreamSupport.stream(node.spliterator(), false).allMatch(ExactJson::isSound);
    }

    private static boolean isSound(String text) {
        return text.codePoints()
                .noneMatch(character -> character == 0 || Character.getType(character) == Character.SURROGATE);
    }
}
