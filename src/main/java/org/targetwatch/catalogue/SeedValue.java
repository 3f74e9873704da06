package org.targetwatch.catalogue;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.targetwatch.measure.Coded;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Unit;
import org.targetwatch.web.Text;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * A value in a catalogue file, and where it stands. Each reading is empty when the value does not fit, and has then
 * added a mistake that says what is allowed.
 *
 * <p>Scalars are read as the text that was typed, never as the type YAML would guess: 511102 stays a code, 2020-09 a
 * month, 1.350 keeps its digits, and {@code no} is not false.
 */
final class SeedValue {
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z]+(-[0-9A-Za-z]+)*");
    static final int MAX_CODE_LENGTH = 64;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Mistakes mistakes;
    private final Place place;
    private final Node node;

    SeedValue(Mistakes mistakes, Place place, Node node) {
        this.mistakes = mistakes;
        this.place = place;
        this.node = node;
    }

    Place place() {
        return place;
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    boolean says(String word) {
        return node instanceof ScalarNode scalar && scalar.getValue().equals(word);
    }

    /** {@code key:} with nothing behind it counts as absent. */
    boolean isNull() {
        return Tag.NULL.equals(node.getTag());
    }

    /** Adds the mistake that this value {@code what} (a clause whose subject it is). */
    <T> Optional<T> wrong(String zh, String en, Object... arguments) {
        mistakes.add(place, Text.of("“%s”%s", "'%s' %s", shown(), Text.of(zh, en, arguments)));
        return Optional.empty();
    }

    private String shown() {
        return node instanceof ScalarNode scalar ? Text.shown(scalar.getValue()) : isMap() ? "{…}" : "[…]";
    }

    // ---- scalars ----

    Optional<String> text() {
        if (!(node instanceof ScalarNode scalar) || isNull()) {
            return wrong("应为一段文字", "is not a text");
        }
        String text = scalar.getValue();
        return isText(text) ? Optional.of(text) : wrong("应为一段没有控制字符的文字", "is not a text without control characters");
    }

    /** Also whether a file could hold it. */
    static boolean isText(String text) {
        return !text.isBlank()
                && text.codePoints().noneMatch(Character::isISOControl)
                && StreamReader.isPrintable(text);
    }

    /** Letters, digits and single hyphens: it stands in addresses, labels and file names. */
    Optional<String> code() {
        return text().flatMap(text -> isCode(text)
                ? Optional.of(text)
                : wrong(
                        "不能作代码，只能用字母、数字和其间的连字符，最多 %s 个字符",
                        "is no code; allowed: letters, digits and hyphens between them, at most %s characters",
                        MAX_CODE_LENGTH));
    }

    static boolean isCode(String text) {
        return CODE.matcher(text).matches() && text.length() <= MAX_CODE_LENGTH;
    }

    Optional<Integer> number(int min, int max) {
        return text().flatMap(text ->
                WHOLE.matcher(text).matches() && Integer.parseInt(text) >= min && Integer.parseInt(text) <= max
                        ? Optional.of(Integer.valueOf(text))
                        : wrong("应为 %s 到 %s 的整数", "is not a whole number from %s to %s", min, max));
    }

    Optional<BigDecimal> decimal() {
        return text().flatMap(
                        text -> DECIMAL.matcher(text).matches()
                                ? Optional.of(new BigDecimal(text))
                                : wrong(
                                        "不是数，应写作 20 或 1.35，不带单位、百分号和千分位",
                                        "is not a number; it is written 20 or 1.35, without unit, per cent sign or thousands separator"));
    }

    Optional<Boolean> flag() {
        return text().flatMap(text -> text.equals("true") || text.equals("false")
                ? Optional.of(Boolean.valueOf(text))
                : wrong("应为 true 或 false", "is neither true nor false"));
    }

    Optional<Period> period() {
        return text().flatMap(text ->
                Period.parse(text).or(() -> wrong("不是月份，应写作 2020-09", "is not a month; it is written 2020-09")));
    }

    Optional<LocalDate> date() {
        return text().flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException notADate) {
                return wrong("不是日期，应写作 2020-09-01", "is not a date; it is written 2020-09-01");
            }
        });
    }

    <E extends Enum<E> & Coded> Optional<E> word(Class<E> type) {
        return text().flatMap(text ->
                Coded.parse(type, text).or(() -> wrong("不是可用的词，可用：%s", "is not allowed; allowed: %s", codes(type))));
    }

    private static <E extends Enum<E> & Coded> String codes(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Coded::code).collect(joining(", "));
    }

    Optional<Unit> unit() {
        return text().flatMap(text -> Unit.parse(text)
                .or(() -> wrong(
                        "不是已知的单位，可用：%s，前面可加 百、千、万、百万、千万、亿",
                        "is not a known unit; allowed: %s, with 百 千 万 百万 千万 亿 before it",
                        Arrays.stream(Unit.Base.values()).map(Unit.Base::symbol).collect(joining(" ")))));
    }

    // ---- lists and maps ----

    Optional<SeedMap> map() {
        return node instanceof MappingNode mapping
                ? Optional.of(new SeedMap(mistakes, place, mapping))
                : wrong("应为“键: 值”的一组", "is not a set of 'key: value'");
    }

    /** The elements that can be read; those that cannot have added their mistakes. */
    <T> Optional<List<T>> list(Function<SeedValue, Optional<T>> reading) {
        if (!(node instanceof SequenceNode sequence)) {
            return wrong("应为列表", "is not a list");
        }
        List<T> elements = new ArrayList<>();
        int number = 0;
        for (Node element : sequence.getValue()) {
            number++;
            reading.apply(element(element, number)).ifPresent(elements::add);
        }
        return Optional.of(elements);
    }

    private SeedValue element(Node element, int number) {
        String label = label(element).orElse(String.valueOf(number));
        return new SeedValue(mistakes, place.element(lineOf(element), label), element);
    }

    /** People find {@code indicators[preprimary-ger]} more easily than the thirtieth indicator. */
    private static Optional<String> label(Node element) {
        return element instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> List.of("code", "number").contains(nameOf(tuple)))
                        .filter(tuple -> tuple.getValueNode() instanceof ScalarNode)
                        .map(tuple -> Text.shown(((ScalarNode) tuple.getValueNode()).getValue()))
                        .findFirst()
                : Optional.empty();
    }

    static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    static String nameOf(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
    }

    // ---- the stored form ----

    /** The same content as JSON. Scalars are texts, exactly as typed, so that no digit and no leading zero is lost. */
    JsonNode json() {
        return json(node);
    }

    private static JsonNode json(Node node) {
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.getValue().forEach(tuple -> object.set(nameOf(tuple), json(tuple.getValueNode())));
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.getValue().forEach(element -> array.add(json(element)));
            return array;
        }
        return Tag.NULL.equals(node.getTag()) ? JSON.nullNode() : JSON.textNode(((ScalarNode) node).getValue());
    }
}
