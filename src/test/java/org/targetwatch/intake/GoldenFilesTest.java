package org.targetwatch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each file beside what its reader is expected to make of it: {@code x.csv} and {@code x.csv.expected}. */
class GoldenFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/targetwatch/intake");
    private static final Map<String, Format> FORMATS =
            Map.of("json", JsonReader::read, "csv", CsvReader::read, "xlsx", XlsxReader::read);

    @TestFactory
    Stream<DynamicTest> file_read_isAsExpected() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> samples = files.filter(file -> FORMATS.containsKey(ending(file)))
                    .sorted()
                    .toList();
            assertThat(samples).hasSizeGreaterThan(10);
            return samples.stream().map(file -> dynamicTest(file.getFileName().toString(), () -> check(file)));
        }
    }

    private static void check(Path file) throws IOException {
        ReadFile read = ReadFile.of(Forms.PLAN, FORMATS.get(ending(file)), Files.readAllBytes(file));
        assertThat(read.text()).isEqualTo(Files.readString(Path.of(file + ".expected")));
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
