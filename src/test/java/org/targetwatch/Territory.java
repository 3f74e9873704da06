package org.targetwatch;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * A synthetic bureau of any size that promises what Leshan did in 2020, of things that are counted a thousand times as much,
 * and figures for it. Every county reports all 41 indicators every month; nothing is confidential.
 *
 * @param plan the plan's code
 * @param letter what its regions' codes begin with
 * @param levels how many regions there are on each level below the top, counties last
 */
public record Territory(String plan, String letter, List<Integer> levels) {
    public static final Territory CITY = new Territory("city-2020", "C", List.of(11));
    public static final Territory PROVINCE = new Territory("province-2020", "P", List.of(21, 183));
    public static final Territory COUNTRY = new Territory("country-2020", "N", List.of(31, 333, 2_844));

    /** Of a year. */
    public static final int MONTHS = 12;

    private static final int NINE_TENTHS = 90_000;
    private static final Path MODEL = Path.of("seeds", "leshan-2020.yaml");
    /** Who reports what, and until when: here everybody, everything, all year. */
    private static final List<String> LEFT_OUT =
            List.of("reported-by", "applies-to", "level", "confidential", "due", "frequency");

    /** An indicator as it is reported: {@code unit} is null for a ratio. */
    public record Reported(String code, String unit) {}

    /** A figure to be sent: {@code value} for a quantity, both others for a ratio. */
    public record Sent(Reported indicator, String region, String period, int value, int denominator) {
        private static final String CSV_HEADER = "indicator,region,period,value,unit,numerator,denominator\n";

        String json() {
            String amount = indicator.unit() == null
                    ? "\"numerator\":%d,\"denominator\":%d".formatted(value, denominator)
                    : "\"value\":%d,\"unit\":\"%s\"".formatted(value, indicator.unit());
            return "{\"indicator\":\"%s\",\"region\":\"%s\",\"period\":\"%s\",%s}"
                    .formatted(indicator.code(), region, period, amount);
        }

        String csv() {
            String amount = indicator.unit() == null
                    ? ",,%d,%d".formatted(value, denominator)
                    : "%d,%s,,".formatted(value, indicator.unit());
            return "%s,%s,%s,%s\n".formatted(indicator.code(), region, period, amount);
        }
    }

    /** What is posted as {@code application/json}. */
    public static String json(Stream<Sent> figures) {
        return figures.map(Sent::json).collect(joining(",", "{\"figures\":[", "]}"));
    }

    /** What is posted as {@code text/csv}. */
    public static String csv(Stream<Sent> figures) {
        return figures.map(Sent::csv).collect(joining("", Sent.CSV_HEADER, ""));
    }

    /** The region whose promises these are. */
    public String top() {
        return letter + "000000";
    }

    /** Everybody, the top included. */
    public int regions() {
        return 1 + levels.stream().mapToInt(Integer::intValue).sum();
    }

    /** The codes of all. */
    public Stream<String> everybody() {
        return Stream.concat(
                Stream.of(top()), IntStream.range(0, levels.size()).boxed().flatMap(this::ofLevel));
    }

    /** Those who report. */
    public List<String> counties() {
        return ofLevel(levels.size() - 1).toList();
    }

    private Stream<String> ofLevel(int level) {
        return IntStream.range(0, levels.get(level)).mapToObj(place -> code(level, place));
    }

    /** What {@code county}, the place in {@link #counties()}, reports in a month; the next {@code revision} corrects the one before. */
    public Stream<Sent> month(int county, int month, int revision) {
        return indicators().stream().map(indicator -> sent(indicator, county, month, revision));
    }

    /** What it reports in all months of the year, indicator by indicator. */
    public Stream<Sent> year(int county, int revision) {
        return indicators().stream().flatMap(indicator -> IntStream.rangeClosed(1, MONTHS)
                .mapToObj(month -> sent(indicator, county, month, revision)));
    }

    /**
     * Amounts to date grow from month to month, and shares of the same children have the same denominator. However often they
     * are corrected, figures stay of their size: nobody is warned of them.
     */
    private Sent sent(Reported indicator, int county, int month, int revision) {
        int value = 400 + county % 97 + 20 * month + revision % 97;
        int share = indicator.unit() == null ? NINE_TENTHS : 0;
        String period = "2020-%02d".formatted(month);
        return new Sent(indicator, code(levels.size() - 1, county), period, share + value, 100_000 + county % 89);
    }

    private String code(int level, int place) {
        return "%s%d%05d".formatted(letter, level + 1, place);
    }

    private String parent(int level, int place) {
        return level == 0 ? top() : code(level - 1, (int) ((long) place * levels.get(level - 1) / levels.get(level)));
    }

    /** The indicators in the order of the plan. */
    public List<Reported> indicators() {
        return Model.INDICATORS;
    }

    /** Writes a folder for {@code targetwatch.seeds} that holds all of {@code territories}. */
    public static Path writeSeeds(Path folder, Territory... territories) {
        try {
            Files.createDirectories(folder);
            String regions =
                    Stream.of(territories).flatMap(Territory::regionLines).collect(joining("\n", "regions:\n", "\n"));
            Files.writeString(folder.resolve("regions.yaml"), regions);
            for (Territory territory : territories) {
                Files.writeString(folder.resolve(territory.plan + ".yaml"), territory.planFile());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<String> regionLines() {
        return Stream.concat(
                Stream.of(line(top(), "whole", "")),
                IntStream.range(0, levels.size()).boxed().flatMap(level -> IntStream.range(0, levels.get(level))
                        .mapToObj(place -> regionLine(level, place))));
    }

    private String regionLine(int level, int place) {
        String kind = level == levels.size() - 1 ? "county" : "between-" + level;
        return line(code(level, place), kind, ", parent: " + parent(level, place));
    }

    private static String line(String code, String kind, String parent) {
        return "  - {code: %s, name: 第%s号, english: No. %s, kind: %s%s}".formatted(code, code, code, kind, parent);
    }

    private String planFile() {
        return Model.PROMISES.stream()
                .map(line -> line.startsWith("code: ") ? "code: " + plan : line)
                .map(line -> line.startsWith("region: ") ? "region: " + top() : line)
                .filter(line -> LEFT_OUT.stream().noneMatch(key -> line.startsWith("    " + key + ": ")))
                .collect(joining("\n", "", "\n"));
    }

    /** Leshan's plan, read once. */
    private static final class Model {
        private static final String CODE = "  - code: ";
        private static final Pattern PROMISE = Pattern.compile("^(    (?:target|stretch): )([0-9.]+)$");

        static final List<String> LINES = lines();
        static final List<Reported> INDICATORS = indicators();
        static final List<String> PROMISES = promises();

        private static List<String> lines() {
            try {
                return Files.readAllLines(MODEL);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Counties that report a few hundred of everything must not look as if they had mistaken the unit. */
        private static List<String> promises() {
            Set<String> counted = INDICATORS.stream()
                    .filter(indicator -> indicator.unit() != null)
                    .map(Reported::code)
                    .collect(toSet());
            List<String> lines = new ArrayList<>();
            String code = "";
            for (String line : LINES) {
                code = line.startsWith(CODE) ? line.substring(CODE.length()) : code;
                lines.add(counted.contains(code) ? PROMISE.matcher(line).replaceFirst(Model::aThousandTimes) : line);
            }
            return lines;
        }

        private static String aThousandTimes(MatchResult promise) {
            return promise.group(1)
                    + new BigDecimal(promise.group(2)).movePointRight(3).toPlainString();
        }

        private static List<Reported> indicators() {
            Map<String, List<Map<String, Object>>> plan = new Yaml().load(String.join("\n", LINES));
            return plan.get("indicators").stream()
                    .map(indicator -> new Reported(
                            indicator.get("code").toString(),
                            indicator.containsKey("numerator")
                                    ? null
                                    : indicator.get("unit").toString()))
                    .toList();
        }
    }
}
