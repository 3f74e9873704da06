package org.targetwatch.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.targetwatch.archive.ArchiveReader.Header;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Violation;

/** The form of the file, whatever its records say. */
class ArchiveReaderTest {
    private static final Instant NOW = Instant.parse("2020-11-09T01:02:03.456789Z");

    /** Two records: a number with all its digits, and words with everything that JSON has to escape. */
    private static ArchiveFile written() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ArchiveWriter writer = new ArchiveWriter(out);
        writer.header("leshan-2020", NOW);
        writer.record(Line.of("number").with("value", new BigDecimal("12345678901234567890.500")));
        writer.record(Line.of("words").with("text", "一行\n“两行”\u2028😀").with("absent", (Object) null));
        writer.end();
        return ArchiveFile.of(out.toByteArray());
    }

    private static List<Fields> read(byte[] content) throws IOException {
        ArchiveReader reader = new ArchiveReader(Unpacked.of(new ByteArrayInputStream(content)), NOW);
        reader.header();
        List<Fields> records = new ArrayList<>();
        for (Fields next = reader.next(); next != null; next = reader.next()) {
            records.add(next);
        }
        return records;
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(byte[] content, String code, int line) {
        return assertThatThrownBy(() -> read(content)).isInstanceOfSatisfying(Problem.class, problem -> {
            Violation first = problem.violations().first().get(0);
            assertThat(first.code()).isEqualTo(code);
            assertThat(first.index()).isEqualTo(line - 1);
            assertThat(first.message().en()).startsWith("Line " + line + ": ");
            assertThat(first.message().zh()).startsWith("第 " + line + " 行：");
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatWasWritten_isReadBack_plainAndPacked() throws IOException {
        for (byte[] content : List.of(written().bytes(), written().packed())) {
            List<Fields> records = read(content);
            assertThat(records).extracting(Fields::type).containsExactly("number", "words");
            assertThat(records.get(0).optionalDecimal("value")).isEqualTo(new BigDecimal("12345678901234567890.500"));
            assertThat(records.get(1).text("text")).isEqualTo("一行\n“两行”\u2028😀");
            assertThat(records.get(1).optionalText("absent")).isNull();
        }
    }

    @Test
    void header_saysWhichPlanAndWhen() throws IOException {
        ArchiveReader reader =
                new ArchiveReader(new ByteArrayInputStream(written().bytes()), NOW);
        assertThat(reader.header()).isEqualTo(new Header("leshan-2020", NOW));
    }

    @Test
    void lines_areThoseDocumented() {
        assertThat(written().lines().get(0))
                .isEqualTo("{\"type\":\"archive\",\"format\":1,\"plan\":\"leshan-2020\","
                        + "\"exportedAt\":\"2020-11-09T01:02:03.456789Z\"}");
        assertThat(written().lines().get(1)).isEqualTo("{\"type\":\"number\",\"value\":12345678901234567890.500}");
        assertThat(written().lines().get(3))
                .startsWith("{\"type\":\"end\",\"counts\":{\"number\":1,\"words\":1},\"sha256\":\"");
        assertThat(written().sealed().lines().get(3).split("sha256")[1])
                .isEqualTo(written().lines().get(3).split("sha256")[1]);
    }

    @Test
    void fileCutAnywhere_isRefused() {
        byte[] whole = written().bytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(Problem.class);
        }
        byte[] packed = written().packed();
        for (int length = 0; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(Problem.class);
        }
        int end = whole.length - bytes(written().lines().get(3)).length - 1;
        assertRefused(Arrays.copyOf(whole, end), "E-ARCHIVE-DAMAGED", 4);
        assertRefused(Arrays.copyOf(whole, end - 5), "E-ARCHIVE-DAMAGED", 3);
        assertRefused(Arrays.copyOf(packed, packed.length - 20), "E-ARCHIVE-DAMAGED", 4);
    }

    @Test
    void anyByteChanged_isRefused() {
        byte[] whole = written().bytes();
        for (int index = 0; index < whole.length; index++) {
            byte[] changed = whole.clone();
            changed[index] ^= 1;
            assertThatThrownBy(() -> read(changed)).as("byte " + index).isInstanceOf(Problem.class);
        }
        assertRefused(written().changed(2, line -> line.replace("500", "600")).bytes(), "E-ARCHIVE-DAMAGED", 4);
    }

    @Test
    void anyLineRemovedOrAdded_isRefused() {
        assertRefused(written().without(1).bytes(), "E-ARCHIVE", 1);
        assertRefused(written().without(2).bytes(), "E-ARCHIVE-DAMAGED", 3);
        assertRefused(written().without(4).bytes(), "E-ARCHIVE-DAMAGED", 4);
        assertRefused(written().with(3, "{\"type\":\"words\"}").bytes(), "E-ARCHIVE-DAMAGED", 5);
        assertRefused(written().with(5, "").bytes(), "E-ARCHIVE-DAMAGED", 5);
        assertRefused(written().with(3, "").bytes(), "E-ARCHIVE-LINE", 3);
    }

    @Test
    void endWithOtherCounts_isRefused() {
        assertRefused(
                written()
                        .changed(4, line -> line.replace("\"words\":1", "\"words\":2"))
                        .bytes(),
                "E-ARCHIVE-DAMAGED",
                4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "hello\n",
                "[]\n",
                "{}\n",
                "{\"type\":\"plan\"}\n",
                "{\"figures\":[]}\n",
                "\u001f\u008b\n"
            })
    void whatIsNoArchive_isRefusedAsSuch(String content) {
        assertRefused(bytes(content), "E-ARCHIVE", 1);
    }

    @Test
    void whatOnlyBeginsLikePackedContent_isRefused() {
        assertRefused(new byte[] {0x1f, (byte) 0x8b, 0, 0, 0, 0, 0, 0, 0, 0, 0}, "E-ARCHIVE-DAMAGED", 1);
    }

    @Test
    void formatOfANewerProgram_isRefusedBeforeAnythingElseIsRead() {
        assertRefused(bytes("{\"type\":\"archive\",\"format\":2,\"more\":[]}\n"), "E-ARCHIVE-FORMAT", 1)
                .hasMessageContaining("format 2")
                .hasMessageContaining("format 1 only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"x\",\"v\":1E999999999}",
                "{\"type\":\"x\",\"v\":[{\"w\":1E-999999999}]}",
                "{\"type\":\"x\",\"v\":\"\\u0000\"}",
                "{\"type\":\"x\",\"v\":\"\\ud800\"}",
                "{\"type\":\"x\",\"type\":\"x\"}",
                "{\"type\":\"x\"} {}",
                "{\"type\":\"x\"",
                "[1]"
            })
    void lineThatCannotBeKept_isRefused(String line) {
        assertRefused(written().changed(2, before -> line).sealed().bytes(), "E-ARCHIVE-LINE", 2);
    }

    @Test
    void lineBeyondMeasure_isRefused() {
        byte[] endless = bytes(written().lines().get(0) + "\n" + " ".repeat(17 << 20));
        assertRefused(endless, "E-ARCHIVE-LINE", 2);
    }

    @Test
    void smallFileThatStandsForAGreatOne_isRefusedWhileItIsRead() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(bytes(written().lines().get(0) + "\n"));
            byte[] line = bytes("{\"type\":\"words\",\"text\":\"" + "a".repeat(1000) + "\"}\n");
            for (int count = 0; count < 20_000; count++) {
                gzip.write(line);
            }
        }
        assertThat(bomb.size()).isLessThan(100_000);
        assertThatThrownBy(() -> read(bomb.toByteArray()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("beyond measure");
    }
}
