package org.targetwatch.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The name of a file that is handed out (RFC 6266): the Chinese one for those who can, a plain one for the others. */
public record FileName(String plain, String chinese) {

    /** The header {@code Content-Disposition} of a file to be kept. */
    public String attachment() {
        return header("attachment");
    }

    /** The header {@code Content-Disposition} of a file to be looked at. */
    public String inline() {
        return header("inline");
    }

    private String header(String disposition) {
        return "%s; filename=\"%s\"; filename*=UTF-8''%s"
                .formatted(
                        disposition,
                        plain,
                        URLEncoder.encode(chinese, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
