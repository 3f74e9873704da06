package org.targetwatch.bulletin;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.StreamSupport;
import org.targetwatch.bulletin.Bulletin.Printed;

/** The form in which bulletins are kept: it never depends on how the API writes JSON, and is the same for ever. */
final class PaperJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private PaperJson() {}

    static String of(Bulletin bulletin) {
        return write(bulletin);
    }

    static String of(BulletinText text) {
        return write(text);
    }

    private static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Records of words and numbers can be written", impossible);
        }
    }

    static BulletinText text(String kept) {
        return read(kept, BulletinText.class);
    }

    /** What a kept bulletin has printed of each indicator. */
    static List<Printed> printed(String model) {
        JsonNode printed = read(model, JsonNode.class).path("printed");
        return StreamSupport.stream(printed.spliterator(), false)
                .map(node -> MAPPER.convertValue(node, Printed.class))
                .toList();
    }

    private static <T> T read(String kept, Class<T> type) {
        try {
            return MAPPER.readValue(kept, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("What was kept of a bulletin cannot be read", damaged);
        }
    }
}
