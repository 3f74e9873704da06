package org.targetwatch.watching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The rule files under {@code grafana/alerts}, as Prometheus reads them. */
final class Rules {
    static final Path ALERTS = Path.of("grafana/alerts");
    static final Path TESTS = Path.of("grafana/tests");
    private static final Pattern OWN_METRIC = Pattern.compile("\\btargetwatch[_:][a-z_:]*[a-z]");

    /** One rule: either an alert or the name of what is recorded. */
    record Rule(Path file, Optional<String> alert, Optional<String> record, Map<?, ?> content) {
        String expr() {
            return content.get("expr").toString();
        }

        /** The expression and every text that may ask something. */
        Stream<String> queries() {
            return Stream.of(expr(), String.valueOf(content.get("annotations")));
        }
    }

    private Rules() {}

    static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Rule> all() {
        return files(ALERTS).stream().flatMap(Rules::of).toList();
    }

    static List<Rule> alerts() {
        return all().stream().filter(rule -> rule.alert().isPresent()).toList();
    }

    private static Stream<Rule> of(Path file) {
        Map<?, ?> content = (Map<?, ?>) yaml(file);
        return list(content.get("groups")).stream()
                .flatMap(group -> list(group.get("rules")).stream())
                .map(rule -> new Rule(
                        file,
                        Optional.ofNullable((String) rule.get("alert")),
                        Optional.ofNullable((String) rule.get("record")),
                        rule));
    }

    /** Names of our own metrics in a query, recorded ({@code targetwatch:…}) and scraped ({@code targetwatch_…}). */
    static Stream<String> ownMetrics(String query) {
        return OWN_METRIC.matcher(query).results().map(MatchResult::group);
    }

    static Object yaml(Path file) {
        try {
            return new Yaml().load(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @SuppressWarnings("unchecked")
    static List<Map<?, ?>> list(Object value) {
        return value == null ? List.of() : (List<Map<?, ?>>) value;
    }
}
