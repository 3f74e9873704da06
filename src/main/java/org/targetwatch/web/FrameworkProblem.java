package org.targetwatch.web;

import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Words for what the HTTP framework refuses before our own code is asked. */
final class FrameworkProblem {
    private FrameworkProblem() {}

    /** What a request says in one of its headers. */
    interface Header {
        @Nullable
        String value(String name);
    }

    /** @param header what the request says in the header of a name; null for nothing */
    static Problem of(int status, Header header, String path) {
        return switch (status) {
            case 404 -> notFound(path);
            case 405 ->
                Problem.of(
                        Problem.Kind.METHOD_NOT_ALLOWED,
                        Text.of(
                                "%s 不支持该请求方法，可用的方法见 /q/openapi。",
                                "%s does not support this method; see /q/openapi.", Text.shown(path)));
            case 406 -> unanswerable(header);
            case 413 -> tooLarge();
            case 415 -> unsupported(header);
            default -> unreadable();
        };
    }

    private static Problem notFound(String path) {
        return Problem.notFound(Text.of(
                "没有 %s 这个地址，可用的地址见 /q/openapi。",
                "There is no address %s; see /q/openapi for those that exist.", Text.shown(path)));
    }

    private static Problem unanswerable(Header header) {
        return Problem.of(
                Problem.Kind.NOT_ACCEPTABLE,
                Text.of(
                        "无法以 %s 格式回答，请使用 Accept: application/json。",
                        "Cannot answer as %s; use Accept: application/json.", sent(header, HttpHeaders.ACCEPT)));
    }

    private static Problem tooLarge() {
        return Problem.of(
                Problem.Kind.TOO_LARGE,
                new Text("内容超过允许的大小，请分批提交。", "The content is larger than allowed; send it in parts."));
    }

    private static Problem unsupported(Header header) {
        return Problem.of(
                Problem.Kind.UNSUPPORTED_MEDIA_TYPE,
                Text.of(
                        "不支持 Content-Type %s，请使用 application/json，或 /q/openapi 中该地址所列的其他格式。",
                        "Content-Type %s is not supported; use application/json, or another format that /q/openapi lists for this address.",
                        sent(header, HttpHeaders.CONTENT_TYPE)));
    }

    private static Problem unreadable() {
        return Problem.badRequest(new Text(
                "请求无法读取，请对照 /q/openapi 检查参数和内容。",
                "The request cannot be read; check parameters and content against /q/openapi."));
    }

    private static String sent(Header header, String name) {
        String value = header.value(name);
        return value == null ? "(-)" : Text.shown(value);
    }
}
