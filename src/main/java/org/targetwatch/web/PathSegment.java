package org.targetwatch.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands between two slashes of an address, as it was sent. */
record PathSegment(String sent) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9\\-._~!$&'()*+,=:@]|%[0-9A-Fa-f]{2}");

    /** Whether {@code path} can be understood in one way only; a slash may stand at its end. */
    static boolean areClear(String path) {
        String inner = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return path.equals("/")
                || path.startsWith("/")
                        && Arrays.stream(inner.substring(1).split("/", -1))
                                .allMatch(part -> new PathSegment(part).isClear());
    }

    private boolean isClear() {
        return decoded().filter(PathSegment::isName).isPresent();
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && !text.equals(".")
                && !text.equals("..")
                && text.codePoints().noneMatch(one -> one == '/' || one == '\\' || Character.isISOControl(one));
    }

    /** Empty when it is not what a client may send, or not UTF-8. */
    private Optional<String> decoded() {
        ByteBuffer bytes = ByteBuffer.allocate(sent.length());
        Matcher parts = PLAIN.matcher(sent);
        int end = 0;
        while (parts.find() && parts.start() == end) {
            bytes.put(octet(parts.group()));
            end = parts.end();
        }
        return end == sent.length() ? utf8(bytes.flip()) : Optional.empty();
    }

    private static byte octet(String part) {
        return (byte) (part.length() == 1 ? part.charAt(0) : HexFormat.fromHexDigits(part, 1, 3));
    }

    private static Optional<String> utf8(ByteBuffer bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
