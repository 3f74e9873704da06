package org.targetwatch.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Problem.Kind;
import org.targetwatch.web.Text;

/**
 * Finds out how a text file was saved: UTF-8 when all of it is, else GB18030, as Chinese Excel writes it. Both are read
 * strictly, so no name is ever kept with a character replaced.
 */
final class CsvEncoding {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int CHUNK = 8_192;

    private CsvEncoding() {}

    /** A reader over {@code file}, behind its byte order mark; a problem that names the first line that is no text. */
    static Reader reader(Path file) throws IOException {
        boolean marked = isMarked(file);
        OptionalLong notUtf8 = firstBadLine(file, StandardCharsets.UTF_8);
        if (notUtf8.isEmpty()) {
            return open(file, StandardCharsets.UTF_8, marked);
        }
        OptionalLong notGb18030 = marked ? OptionalLong.of(1) : firstBadLine(file, GB18030);
        if (notGb18030.isPresent()) {
            // The encoding that it was saved in is the one that reads farther.
            throw unreadable(Math.max(notUtf8.getAsLong(), notGb18030.getAsLong()));
        }
        return open(file, GB18030, false);
    }

    private static Reader open(Path file, Charset charset, boolean marked) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        bytes.skipNBytes(marked ? BYTE_ORDER_MARK.length : 0);
        return new InputStreamReader(bytes, charset);
    }

    private static boolean isMarked(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Arrays.equals(bytes.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK);
        }
    }

    private static Problem unreadable(long line) {
        return Problem.of(
                Kind.UNREADABLE,
                Text.of(
                        "第 %s 行不是 UTF-8 或 GB18030 编码的文本。请在 Excel 中另存为“CSV UTF-8（逗号分隔）”后重新提交。",
                        "Line %s is no text in UTF-8 or GB18030. Save the file from Excel as 'CSV UTF-8 (comma delimited)' and send it again.",
                        line));
    }

    /** The first line with bytes that are no characters, or with the character 0, which no text has. */
    private static OptionalLong firstBadLine(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK).flip();
        CharBuffer characters = CharBuffer.allocate(CHUNK);
        try (InputStream content = Files.newInputStream(file)) {
            long line = 1;
            boolean more = true;
            while (more) {
                more = fill(bytes, content);
                CoderResult result = decoder.decode(bytes, characters.clear(), !more);
                CharSequence good = beforeNull(characters.flip());
                line += newlines(good);
                if (result.isError() || good.length() < characters.length()) {
                    return OptionalLong.of(line);
                }
            }
        }
        return OptionalLong.empty();
    }

    private static CharSequence beforeNull(CharBuffer characters) {
        int first = characters.toString().indexOf(0);
        return first < 0 ? characters : characters.subSequence(0, first);
    }

    private static long newlines(CharSequence characters) {
        return characters.chars().filter(character -> character == '\n').count();
    }

    private static boolean fill(ByteBuffer bytes, InputStream content) throws IOException {
        bytes.compact();
        int read = content.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        return read >= 0;
    }
}
