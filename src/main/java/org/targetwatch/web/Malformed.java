package org.targetwatch.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says where a JSON document is wrong and what would be right, without the parser's own words for it. */
public final class Malformed {
    private static final Text ELSE = new Text("其他类型的值", "a value of another type");
    private static final Map<Class<?>, Text> EXPECTED = Map.of(
            String.class, new Text("文本（加双引号）", "a text in double quotes"),
            BigDecimal.class, new Text("数字（不加引号）", "a number without quotes"),
            Integer.class, new Text("整数（不加引号）", "a whole number without quotes"),
            int.class, new Text("整数（不加引号）", "a whole number without quotes"),
            Boolean.class, new Text("true 或 false", "true or false"),
            boolean.class, new Text("true 或 false", "true or false"));

    private Malformed() {}

    /** The answer to a document that is not JSON, or is JSON of another shape. */
    public static Problem of(JacksonException exception) {
        Text detail = exception instanceof JsonMappingException mapping ? misfit(mapping) : syntax(exception);
        Text place = place(exception.getLocation());
        return Problem.of(Problem.Kind.MALFORMED, Text.of("%s%s", "%s%s", place, detail));
    }

    /** The answer to bytes that are no characters. */
    static Problem ofBytes() {
        return Problem.of(
                Problem.Kind.MALFORMED,
                new Text("内容不是 UTF-8 编码的 JSON，请以 UTF-8 保存后重试。", "The content is not JSON in UTF-8; save it as UTF-8."));
    }

    /** The answer to a body that is empty or the literal {@code null}. */
    static Problem ofNothing() {
        return Problem.of(
                Problem.Kind.MALFORMED, new Text("请求没有内容，请提交 JSON。", "The request has no content; send JSON."));
    }

    private static Text syntax(JacksonException exception) {
        if (exception instanceof StreamConstraintsException) {
            return new Text(
                    "数字或文本过长，或嵌套过深。请对照 /q/openapi 检查内容。",
                    "a number or text is too long, or nested too deep. Check the content against /q/openapi.");
        }
        return new Text(
                "此处不是合法的 JSON（UTF-8）。请检查括号、引号和逗号是否成对、齐全。",
                "not valid JSON (UTF-8) here. Check that brackets, quotes and commas are complete.");
    }

    private static Text misfit(JsonMappingException mapping) {
        if (mapping instanceof UnrecognizedPropertyException unknown) {
            return Text.of(
                    "不认识字段 %s。可用字段：%s。",
                    "unknown field %s. Known fields: %s.",
                    Text.shown(path(mapping)),
                    unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        Class<?> type = mapping instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        String path = Text.shown(path(mapping));
        return path.isEmpty()
                ? Text.of("整个内容应为%s。", "the whole content must be %s.", expected(type))
                : Text.of("字段 %s 应为%s。", "field %s must be %s.", path, expected(type));
    }

    private static Text expected(@Nullable Class<?> type) {
        if (type == null) {
            return ELSE;
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return new Text("数组 […]", "an array […]");
        }
        return type.isRecord() || Map.class.isAssignableFrom(type)
                ? new Text("对象 {…}", "an object {…}")
                : EXPECTED.getOrDefault(type, ELSE);
    }

    private static Text place(@Nullable JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? new Text("", "")
                : Text.of("第 %s 行第 %s 列：", "Line %s, column %s: ", location.getLineNr(), location.getColumnNr());
    }

    /** {@code figures[3].value}. */
    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(Malformed::step)
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String step(Reference reference) {
        return reference.getFieldName() == null ? "[" + reference.getIndex() + "]" : "." + reference.getFieldName();
    }
}
