package org.targetwatch.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import org.targetwatch.measure.Coded;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Unit;

/**
 * How our types look in JSON: periods {@code "2020-09"}, moments RFC 3339 with the bureau's offset, coded constants by
 * code, units by symbol, decimals in plain digits. What is sent to us is read strictly: nothing is guessed.
 */
@Singleton
class JsonSettings implements ObjectMapperCustomizer {
    private final Clock clock;

    JsonSettings(Clock clock) {
        this.clock = clock;
    }

    // Applied last: the modules that come with the framework have a form of their own for moments.
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        refuseCoercion(mapper);
        mapper.registerModule(new SimpleModule("targetwatch")
                        .addSerializer(Period.class, text(Period::toString))
                        .addSerializer(Coded.class, text(Coded::code))
                        .addSerializer(Unit.class, text(Unit::symbol))
                        .addSerializer(Instant.class, text(this::withOffset)))
                .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /** A text is no number and a number is no text: {@code "0.93"} may be anything. */
    private static void refuseCoercion(ObjectMapper mapper) {
        for (LogicalType type : List.of(LogicalType.Integer, LogicalType.Float, LogicalType.Boolean)) {
            mapper.coercionConfigFor(type).setCoercion(CoercionInputShape.String, CoercionAction.Fail);
        }
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    private String withOffset(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.ofInstant(instant, clock.getZone()));
    }

    private static <T> JsonSerializer<T> text(Function<T, String> written) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(written.apply(value));
            }
        };
    }
}
