package org.targetwatch;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say of the code, held against the code. */
class DocsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern PROPERTY = Pattern.compile("\"(targetwatch\\.[a-z.-]+)\"");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"(targetwatch[a-z.-]*)\"\\)");
    private static final Pattern METHOD = Pattern.compile("(?m)^    \\S+ (\\w+)\\(\\);");
    private static final Pattern DOCUMENTED_SETTING = Pattern.compile("(?m)^\\| `(targetwatch\\.[a-z.-]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");

    @Test
    void everySetting_inTheCode_standsInOperations() throws IOException {
        Set<String> documented = all(Files.readString(Path.of("docs/operations.md")), DOCUMENTED_SETTING)
                .collect(toCollection(TreeSet::new));

        assertThat(documented).isEqualTo(settings());
    }

    @Test
    void everyLink_betweenDocuments_leadsSomewhere() throws IOException {
        List<Path> documents = documents();
        assertThat(documents).hasSizeGreaterThan(5);
        for (Path document : documents) {
            assertThat(all(Files.readString(document), LINK)
                            .filter(link -> !link.contains("://"))
                            .map(link -> document.resolveSibling(link).normalize()))
                    .as(document.toString())
                    .allSatisfy(target -> assertThat(target).exists());
        }
    }

    private static Stream<String> all(String text, Pattern pattern) {
        return pattern.matcher(text).results().map(result -> result.group(1));
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> here = Files.list(Path.of(""));
                Stream<Path> below = Stream.of("docs", "seeds", "deploy", "src")
                        .map(Path::of)
                        .filter(Files::exists)
                        .flatMap(DocsTest::tree)) {
            return Stream.concat(here, below)
                    .filter(path -> path.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static Stream<Path> tree(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.toList().stream();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Stream<String> sources() {
        return tree(SOURCES).filter(path -> path.toString().endsWith(".java")).map(DocsTest::read);
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Set<String> settings() {
        List<String> sources = sources().toList();
        Set<String> prefixes =
                sources.stream().flatMap(source -> all(source, MAPPING)).collect(Collectors.toSet());
        Stream<String> properties =
                sources.stream().flatMap(source -> all(source, PROPERTY)).filter(name -> !prefixes.contains(name));
        Stream<String> mapped = sources.stream().flatMap(DocsTest::mapped);
        return Stream.concat(properties, mapped).collect(toCollection(TreeSet::new));
    }

    private static Stream<String> mapped(String source) {
        return MAPPING.matcher(source)
                .results()
                .map(MatchResult::group)
                .flatMap(mapping -> all(mapping, MAPPING))
                .flatMap(prefix -> all(source, METHOD).map(method -> prefix + "." + kebab(method)));
    }

    private static String kebab(String method) {
        return Arrays.stream(method.split("(?=[A-Z])"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("-"));
    }
}
