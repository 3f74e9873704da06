package org.targetwatch.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.targetwatch.figure.FigureState;
import org.targetwatch.web.Problem;

class FieldsTest {
    private static final Instant NOW = Instant.parse("2020-11-09T00:00:00Z");

    private static Fields fields(String json) {
        return new Fields(
                7, ExactJson.object(json.getBytes(StandardCharsets.UTF_8)).orElseThrow(), NOW);
    }

    private static Arguments wrong(String value, Consumer<Fields> reading) {
        return Arguments.of(value, reading);
    }

    static Stream<Arguments> wrongForms() {
        return Stream.of(
                wrong("null", fields -> fields.text("v")),
                wrong("1", fields -> fields.text("v")),
                wrong("1", fields -> fields.optionalText("v")),
                wrong("\"1\"", fields -> fields.whole("v")),
                wrong("1.5", fields -> fields.whole("v")),
                wrong("9223372036854775808", fields -> fields.whole("v")),
                wrong("2147483648", fields -> fields.number("v")),
                wrong("\"1\"", fields -> fields.optionalDecimal("v")),
                wrong("\"true\"", fields -> fields.flag("v")),
                wrong("\"2020-13\"", fields -> fields.period("v")),
                wrong("\"2020-02-30\"", fields -> fields.optionalDay("v")),
                wrong("\"2020-11-08\"", fields -> fields.moment("v")),
                wrong("\"2020-11-09T00:00:00.000001Z\"", fields -> fields.moment("v")),
                wrong("\"2020-11-08T00:00:00.0000001Z\"", fields -> fields.moment("v")),
                wrong("\"accepted \"", fields -> fields.word("v", FigureState.class)),
                wrong("\"" + "A".repeat(64) + "\"", fields -> fields.hash("v")),
                wrong("\"x\"", fields -> fields.id("v")),
                wrong("{}", fields -> fields.list("v", Function.identity())),
                wrong("[1]", fields -> fields.list("v", Function.identity())),
                wrong("[{\"w\":1}]", fields -> fields.list("v", head -> head.text("w"))));
    }

    @ParameterizedTest
    @MethodSource("wrongForms")
    void field_ofAnotherForm_isRefusedByLineAndName(String value, Consumer<Fields> reading) {
        assertThatThrownBy(() -> reading.accept(fields("{\"type\":\"x\",\"v\":" + value + "}")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Line 7: field ");
    }

    @Test
    void field_thatIsMissing_isRefused() {
        assertThatThrownBy(() -> fields("{\"type\":\"x\"}").period("period"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Line 7: field period is written 2020-09");
    }

    @Test
    void field_nobodyAskedFor_isRefused() {
        Fields fields = fields("{\"type\":\"x\",\"known\":1,\"unknown\":2,\"list\":[{\"a\":1,\"b\":2}]}");
        assertThat(fields.number("known")).isEqualTo(1);
        assertThatThrownBy(() -> fields.list("list", element -> element.number("a")))
                .hasMessageContaining("field b is unknown");
        assertThatThrownBy(fields::refuseOthers).hasMessageContaining("field unknown is unknown");
    }
}
