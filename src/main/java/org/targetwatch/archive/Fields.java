package org.targetwatch.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.targetwatch.audit.Hash;
import org.targetwatch.measure.Coded;
import org.targetwatch.measure.Period;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/**
 * The fields of one line that is read; {@link Line} writes them. Whatever is missing, of another form or left over is
 * refused with the number of the line and the name of the field.
 */
final class Fields {
    private static final Text TEXT = new Text("应为文本", "must be a text");
    private static final Text WHOLE = new Text("应为整数", "must be a whole number");
    private static final Text NUMBER = new Text("应为数字", "must be a number");
    private static final Text FLAG = new Text("应为 true 或 false", "must be true or false");
    private static final Text OBJECT = new Text("应为对象 {…} 或文本", "must be an object {…} or a text");
    private static final Text LIST = new Text("应为数组 […]", "must be an array […]");
    private static final Text PERIOD = new Text("应写作 2020-09", "is written 2020-09");
    private static final Text DAY = new Text("应写作 2020-09-30", "is written 2020-09-30");
    private static final Text MOMENT = new Text(
            "应写作 2020-09-07T00:00:00.123456Z，且不在将来",
            "is written 2020-09-07T00:00:00.123456Z and lies not in the future");
    private static final Text HASH = new Text("应为 64 位十六进制数字", "must be 64 hexadecimal digits");
    private static final Text FILE = new Text("应为 Base64 文本", "must be a text in Base64");
    private static final Text ID = new Text("应为 UUID", "must be a UUID");
    private static final Text WORD = new Text("的值不认识", "has an unknown value");

    private final int line;
    private final ObjectNode node;
    private final Instant now;
    private final Set<String> known = new HashSet<>();

    Fields(int line, ObjectNode node, Instant now) {
        this.line = line;
        this.node = node;
        this.now = now;
        known.add(Line.TYPE);
    }

    int line() {
        return line;
    }

    /** What kind of line this is; empty when it does not say. */
    String type() {
        return node.path(Line.TYPE).asText();
    }

    String text(String name) {
        return need(name, TEXT, optionalText(name));
    }

    @Nullable
    String optionalText(String name) {
        return read(name, TEXT, value -> Optional.ofNullable(value.textValue()));
    }

    long whole(String name) {
        return need(name, WHOLE, read(name, WHOLE, Fields::whole));
    }

    int number(String name) {
        return need(name, WHOLE, read(name, WHOLE, value -> whole(value).filter(whole -> whole == whole.intValue())))
                .intValue();
    }

    private static Optional<Long> whole(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong() ? Optional.of(value.longValue()) : Optional.empty();
    }

    BigDecimal decimal(String name) {
        return need(name, NUMBER, optionalDecimal(name));
    }

    @Nullable
    BigDecimal optionalDecimal(String name) {
        return read(name, NUMBER, value -> value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty());
    }

    boolean flag(String name) {
        return need(
                name,
                FLAG,
                read(name, FLAG, value -> value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty()));
    }

    Period period(String name) {
        return need(name, PERIOD, read(name, PERIOD, value -> textOf(value).flatMap(Period::parse)));
    }

    LocalDate day(String name) {
        return need(name, DAY, optionalDay(name));
    }

    @Nullable
    LocalDate optionalDay(String name) {
        return parsed(name, DAY, LocalDate::parse);
    }

    /** In the database's precision: what it would round would not fit its hash any more. */
    Instant moment(String name) {
        Instant moment = need(name, MOMENT, parsed(name, MOMENT, Instant::parse));
        if (moment.isAfter(now) || !moment.equals(moment.truncatedTo(ChronoUnit.MICROS))) {
            throw Refusal.field(line, name, MOMENT);
        }
        return moment;
    }

    UUID id(String name) {
        return need(name, ID, parsed(name, ID, UUID::fromString));
    }

    Hash hash(String name) {
        return need(name, HASH, optionalHash(name));
    }

    @Nullable
    Hash optionalHash(String name) {
        return read(name, HASH, value -> textOf(value)
                .filter(text -> text.matches("[0-9a-f]{64}"))
                .map(Hash::new));
    }

    byte[] file(String name) {
        return need(name, FILE, parsed(name, FILE, text -> Base64.getDecoder().decode(text)));
    }

    <E extends Enum<E> & Coded> E word(String name, Class<E> type) {
        return need(name, WORD, read(name, WORD, value -> textOf(value).flatMap(text -> Coded.parse(type, text))));
    }

    JsonNode json(String name) {
        return need(name, OBJECT, read(name, OBJECT, Optional::of));
    }

    /** The elements of a list of objects; empty where it is absent. */
    <T> List<T> list(String name, Function<Fields, T> reading) {
        JsonNode list = read(name, LIST, value -> value.isArray() ? Optional.of(value) : Optional.empty());
        return list == null
                ? List.of()
                : StreamSupport.stream(list.spliterator(), false)
                        .map(element -> element(name, element, reading))
                        .toList();
    }

    private <T> T element(String name, JsonNode element, Function<Fields, T> reading) {
        if (!(element instanceof ObjectNode object)) {
            throw Refusal.field(line, name, LIST);
        }
        Fields fields = new Fields(line, object, now);
        T read = reading.apply(fields);
        fields.refuseOthers();
        return read;
    }

    /** The 422 for a field that has a form but not one that fits. */
    Problem unfit(String name) {
        return Refusal.field(line, name, WORD);
    }

    /** To be called when every field was asked for: what is left over was written by a program that knew more. */
    void refuseOthers() {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw Refusal.field(line, name, new Text("不认识", "is unknown"));
            }
        }
    }

    private static Optional<String> textOf(JsonNode value) {
        return Optional.ofNullable(value.textValue());
    }

    private <T> @Nullable T parsed(String name, Text expected, Function<String, T> parser) {
        return read(name, expected, value -> textOf(value).flatMap(text -> attempt(text, parser)));
    }

    private static <T> Optional<T> attempt(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private <T> @Nullable T read(String name, Text expected, Function<JsonNode, Optional<T>> reading) {
        known.add(name);
        JsonNode value = node.get(name);
        return value == null || value.isNull()
                ? null
                : reading.apply(value).orElseThrow(() -> Refusal.field(line, name, expected));
    }

    private <T> T need(String name, Text expected, @Nullable T value) {
        if (value == null) {
            throw Refusal.field(line, name, expected);
        }
        return value;
    }
}
