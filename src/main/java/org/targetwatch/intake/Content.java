package org.targetwatch.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Problem.Kind;
import org.targetwatch.web.Text;

/** What content looks like from its first bytes: for the sender of the wrong file, or of the right one by a wrong name. */
enum Content {
    ZIP("XLSX 工作簿或其他压缩文件", "an XLSX workbook or another ZIP archive"),
    OLE("旧版 Excel 文件（.xls）或加了密码的工作簿", "an old Excel file (.xls) or a workbook with a password"),
    PDF("PDF 文件", "a PDF file"),
    MARKUP("HTML 或 XML 文件", "an HTML or XML file"),
    UTF_16("UTF-16 编码的文本（Excel 的“Unicode 文本”）", "text in UTF-16 (Excel's 'Unicode text')"),
    JSON("JSON", "JSON"),
    TEXT("文本", "text"),
    NOTHING("空内容", "nothing at all");

    /** What a CSV file may look like. Two columns may begin like anything, but not with a brace or a tag. */
    static final Set<Content> OF_CSV = EnumSet.of(TEXT);

    static final Set<Content> OF_XLSX = EnumSet.of(ZIP);

    /** What is no JSON either names its line and column, which says more. */
    static final Set<Content> OF_JSON = EnumSet.of(JSON, TEXT, UTF_16, NOTHING);

    private static final int LOOKED_AT = 64;

    private final Text name;

    Content(String zh, String en) {
        this.name = new Text(zh, en);
    }

    /** {@code body}, unread, when it looks like one of {@code expected}; a problem that says what it looks like else. */
    static InputStream expect(Set<Content> expected, String format, InputStream body) throws IOException {
        BufferedInputStream content = new BufferedInputStream(body);
        content.mark(LOOKED_AT);
        Content found = of(content.readNBytes(LOOKED_AT));
        content.reset();
        if (!expected.contains(found)) {
            throw mistaken(format, found.name);
        }
        return content;
    }

    /** The content says it is {@code format}, and is something else. */
    static Problem mistaken(String format, Text found) {
        return Problem.of(
                Kind.UNSUPPORTED_MEDIA_TYPE,
                Text.of(
                        "Content-Type 是 %s，内容却像是“%s”。请检查文件，用 JSON、CSV（UTF-8 或 GB18030）或本系统的 XLSX 填报表，并相应填写 Content-Type。",
                        "The Content-Type says %s, but the content looks like '%s'. Check the file: send JSON, CSV (UTF-8 or GB18030) or our XLSX form, each with its own Content-Type.",
                        format,
                        found));
    }

    private static Content of(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PK")) {
            return ZIP;
        }
        if (text.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return OLE;
        }
        return text.startsWith("%PDF") ? PDF : ofText(start, text);
    }

    private static Content ofText(byte[] start, String text) {
        if (text.startsWith("\u00FF\u00FE") || text.startsWith("\u00FE\u00FF") || isAscii16(start)) {
            return UTF_16;
        }
        String first = text.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading();
        return switch (first.isEmpty() ? ' ' : first.charAt(0)) {
            case ' ' -> NOTHING;
            case '<' -> MARKUP;
            case '{', '[' -> JSON;
            default -> TEXT;
        };
    }

    private static boolean isAscii16(byte[] start) {
        return start.length > 1 && (start[0] == 0) != (start[1] == 0) && !Arrays.equals(start, new byte[start.length]);
    }
}
