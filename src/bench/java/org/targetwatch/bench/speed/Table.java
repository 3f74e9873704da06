package org.targetwatch.bench.speed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One part's results as Markdown, printed and kept in {@code target/bench}. */
final class Table {
    private static final Path FOLDER = Path.of("target", "bench");

    private final String part;
    private final List<String> lines = new ArrayList<>();

    /** @param columns separated by {@code |} */
    Table(String part, String conditions, String columns) {
        this.part = part;
        lines.addAll(List.of("### " + part, "", conditions, "", "| " + columns + " |", rule(columns)));
    }

    private static String rule(String columns) {
        int count = columns.split("\\|").length;
        return "|---|" + "--:|".repeat(count - 1);
    }

    /** @param cells may hold several columns, separated by {@code |} */
    void row(Object... cells) {
        List<String> shown = Arrays.stream(cells).map(Object::toString).toList();
        lines.add("| " + String.join(" | ", shown) + " |");
    }

    void print() {
        String text = String.join("\n", lines) + "\n";
        System.out.println("\n" + text);
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(part.replace(' ', '-').toLowerCase(Locale.ROOT) + ".md"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Three digits that count. */
    static String number(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /** The median of some rounds, and the least and the most. */
    static String spread(List<Double> rounds) {
        return "%s (%s–%s)"
                .formatted(number(quantile(rounds, 0.5)), number(quantile(rounds, 0)), number(quantile(rounds, 1)));
    }

    static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }
}
