package org.targetwatch.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What a token of the identity provider, whose signature was checked before, says of its holder. */
record Claims(JsonNode content) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Claims of(JsonWebToken token) {
        String payload = token.getRawToken().split("\\.")[1];
        try {
            return of(new String(Base64.getUrlDecoder().decode(payload), UTF_8));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A token that was checked can be read", impossible);
        }
    }

    static Claims of(String json) throws JsonProcessingException {
        return new Claims(JSON.readTree(json));
    }

    /** The texts that stand in a claim, one or several; none where it is missing or holds something else. */
    List<String> texts(String claim) {
        JsonNode found = content.has(claim) ? content.get(claim) : content.at("/" + claim);
        Stream<JsonNode> values = found.isArray() ? StreamSupport.stream(found.spliterator(), false) : Stream.of(found);
        return values.filter(value -> value.isTextual() || value.isNumber())
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .toList();
    }
}
