package org.targetwatch.web;

/**
 * A request that is refused, as an RFC 9457 problem. Thrown anywhere below a resource, it rolls the transaction back and
 * becomes the answer.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The types of problems; each is explained in {@code docs/problems.md}. */
    public enum Kind {
        BAD_REQUEST(400, "bad-request", "请求有误", "Bad request"),
        MALFORMED(400, "malformed-json", "JSON 无法读取", "Unreadable JSON"),
        UNREADABLE(400, "unreadable-file", "文件无法读取", "Unreadable file"),
        UNAUTHENTICATED(401, "unauthenticated", "未登录", "Not authenticated"),
        FORBIDDEN(403, "forbidden", "无权操作", "Forbidden"),
        NOT_FOUND(404, "not-found", "未找到", "Not found"),
        METHOD_NOT_ALLOWED(405, "method-not-allowed", "不支持该请求方法", "Method not allowed"),
        NOT_ACCEPTABLE(406, "not-acceptable", "无法按所要求的格式回答", "Not acceptable"),
        TOO_SLOW(408, "too-slow", "请求传输过慢", "Too slow"),
        CONFLICT(409, "conflict", "与当前状态冲突", "Conflict"),
        PRECONDITION_FAILED(412, "precondition-failed", "内容已被他人修改", "Precondition failed"),
        TOO_LARGE(413, "too-large", "请求内容过大", "Content too large"),
        ADDRESS_TOO_LONG(414, "address-too-long", "地址过长", "Address too long"),
        UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "不支持该内容格式", "Unsupported media type"),
        INVALID(422, "invalid", "数据未通过校验", "Invalid content"),
        TOO_MANY(429, "too-many-requests", "请求过于频繁", "Too many requests"),
        HEADERS_TOO_LARGE(431, "headers-too-large", "请求头过大", "Headers too large"),
        INTERNAL(500, "internal-error", "服务器内部错误", "Internal error"),
        UNAVAILABLE(503, "unavailable", "服务暂时不可用", "Temporarily unavailable");

        private final int status;
        private final String code;
        private final Text title;

        Kind(int status, String code, String zh, String en) {
            this.status = status;
            this.code = code;
            this.title = new Text(zh, en);
        }

        public int status() {
            return status;
        }

        /** The stable URI of the type. */
        public String type() {
            return "urn:targetwatch:problem:" + code;
        }

        public Text title() {
            return title;
        }
    }

    private final Kind kind;
    private final Text detail;
    private final transient Violations violations;

    private Problem(Kind kind, Text detail, Violations violations) {
        super(detail.en());
        this.kind = kind;
        this.detail = detail;
        this.violations = violations;
    }

    public static Problem of(Kind kind, Text detail, Violations violations) {
        return new Problem(kind, detail, violations);
    }

    public static Problem of(Kind kind, Text detail) {
        return of(kind, detail, new Violations());
    }

    public static Problem notFound(Text detail) {
        return of(Kind.NOT_FOUND, detail);
    }

    public static Problem badRequest(Text detail) {
        return of(Kind.BAD_REQUEST, detail);
    }

    public static Problem forbidden(Text detail) {
        return of(Kind.FORBIDDEN, detail);
    }

    public static Problem conflict(Text detail) {
        return of(Kind.CONFLICT, detail);
    }

    public Kind kind() {
        return kind;
    }

    /** What is wrong this time, and the remedy. */
    public Text detail() {
        return detail;
    }

    public Violations violations() {
        return violations;
    }
}
