package org.targetwatch.supervision;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.targetwatch.measure.Coded;

/** The kinds of files that may go with a reply: known by the ending of the name, and by how the content begins. */
enum AttachmentType implements Coded {
    PDF("%PDF-"),
    PNG("\u0089PNG\r\n\u001a\n"),
    JPG("\u00ff\u00d8\u00ff"),
    DOCX("PK\u0003\u0004"),
    XLSX("PK\u0003\u0004");

    private final byte[] beginning;

    AttachmentType(String beginning) {
        this.beginning = beginning.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<AttachmentType> of(String fileName, byte[] content) {
        int dot = fileName.lastIndexOf('.');
        String ending = fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        return Coded.parse(AttachmentType.class, ending.equals("jpeg") ? "jpg" : ending)
                .filter(type -> dot > 0 && type.begins(content));
    }

    private boolean begins(byte[] content) {
        return content.length > beginning.length
                && Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
    }

    static String all() {
        return Arrays.stream(values()).map(Coded::code).collect(joining(", "));
    }
}
