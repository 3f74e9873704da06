package org.targetwatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever meets a code finds it in {@code docs/problems.md}, and nothing stands there that cannot be met. */
class ProblemDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/problems.md");

    @Test
    void codes_ofTheProgram_areThoseDocumented() throws IOException {
        assertThat(found("^\\| `([EW]-[A-Z0-9-]+)` \\|", Files.readString(DOCUMENT)))
                .isEqualTo(found("\"([EW]-[A-Z0-9-]+)\"", program()));
    }

    @Test
    void types_ofTheProgram_areThoseDocumentedWithTheirStatus() throws IOException {
        Set<String> types = Arrays.stream(Problem.Kind.values())
                .map(kind -> kind.type().replace("urn:targetwatch:problem:", "") + "` | " + kind.status())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found("^\\| `([a-z-]+` \\| \\d{3}) \\|", Files.readString(DOCUMENT)))
                .isEqualTo(types);
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String program() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ProblemDocumentTest::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
