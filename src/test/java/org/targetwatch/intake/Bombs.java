package org.targetwatch.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.targetwatch.web.Violations;

/**
 * Reads hostile and huge content in a program of its own, whose memory is what it was started with: {@code Bombs <file>}
 * or {@code Bombs csv}, {@code Bombs json} with the number of bytes.
 */
final class Bombs {
    private static final byte[] CHUNK = "<c r=\"A1\"><v>1</v></c>".repeat(4_000).getBytes(StandardCharsets.UTF_8);

    private Bombs() {}

    /** A form whose part {@code name} inflates to more than {@code size} bytes, in less than 10 MB. */
    static Path bomb(Path folder, String name, long size) throws IOException {
        Path file = Files.createTempFile(folder, "bomb", ".xlsx");
        Map<String, byte[]> parts = Zip.parts(Forms.empty());
        byte[] start = parts.remove(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(start == null ? new byte[0] : start);
            for (long written = 0; written <= size; written += CHUNK.length) {
                zip.write(CHUNK);
            }
        }
        return file;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 1) {
            byte[] content = Files.readAllBytes(Path.of(arguments[0]));
            System.out.println(
                    ReadFile.of(Forms.PLAN, XlsxReader::read, content).text());
        } else {
            System.out.println(count(arguments[0], Long.parseLong(arguments[1])) + " rows");
        }
    }

    private static long count(String format, long bytes) throws IOException {
        long[] rows = {0};
        try (InputStream content = format.equals("csv")
                ? new Endless("指标,填报单位,报告期,数值,单位,备注\n", "x,511102,2020-09,1.25,亿元,含上年结转\n", "", bytes)
                : new Endless(
                        "{\"figures\": [{}",
                        ", {\"indicator\": \"x\", \"region\": \"511102\", \"period\": \"2020-09\", \"value\": 1.25, \"unit\": \"亿元\"}",
                        "]}",
                        bytes)) {
            Format reader = format.equals("csv") ? CsvReader::read : JsonReader::read;
            reader.read(Forms.PLAN, content, row -> rows[0]++, new Violations());
        }
        return rows[0];
    }

    /** A beginning, the same again and again up to a number of bytes, and an end. */
    private static final class Endless extends InputStream {
        private final byte[] again;
        private final byte[] end;
        private byte[] now;
        private int position;
        private long left;

        Endless(String start, String again, String end, long bytes) {
            this.now = start.getBytes(StandardCharsets.UTF_8);
            this.again = again.getBytes(StandardCharsets.UTF_8);
            this.end = end.getBytes(StandardCharsets.UTF_8);
            this.left = bytes - now.length;
        }

        @Override
        public int read() {
            if (position == now.length && now != end) {
                now = left > 0 ? again : end;
                left -= now.length;
                position = 0;
            }
            return position < now.length ? now[position++] & 0xFF : -1;
        }
    }
}
