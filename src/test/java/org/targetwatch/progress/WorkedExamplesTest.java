package org.targetwatch.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.targetwatch.measure.Coded;
import org.targetwatch.measure.Exact;

/** Checks every row of {@code worked-examples.md}, which people can read and work out by hand. */
class WorkedExamplesTest {
    private static final String FILE = "worked-examples.md";

    private static final Set<String> GIVEN = Set.of(
            "no",
            "kind",
            "unit",
            "target",
            "way",
            "baseline",
            "floor",
            "from",
            "due",
            "due-day",
            "month",
            "reported",
            "last-year",
            "verb",
            "confirm",
            "every",
            "note");

    /** Columns in the indicator's unit, so in 亿元 where the plan says 亿元. */
    private static final Map<String, Function<Assessment, @Nullable Exact>> IN_UNIT = Map.of(
            "actual", Assessment::actual,
            "expected", Assessment::expected,
            "gap", Assessment::gap,
            "count", Assessment::gapCount,
            "lag", Assessment::lag,
            "monthly", Assessment::requiredPerMonth);

    private static final Map<String, Function<Assessment, @Nullable Exact>> IN_POINTS = Map.of(
            "rate", Assessment::completionRate,
            "points", Assessment::lagPoints,
            "low", Assessment::low,
            "high", Assessment::high);

    private static final Set<String> WORDS = Set.of("status", "reason", "severity", "who", "covered");

    /** In every table, so that no example leaves open what the card says. */
    private static final List<String> ALWAYS = List.of(
            "actual", "expected", "rate", "gap", "count", "lag", "points", "monthly", "status", "severity", "note");

    private static List<TableRow> rows;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream file = WorkedExamplesTest.class.getResourceAsStream(FILE)) {
            rows = TableRow.read(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
    }

    @TestFactory
    Stream<DynamicTest> example_workedOutByHand_isWhatTheCardSays() {
        return rows.stream()
                .map(row -> dynamicTest(row.get("no") + " " + row.cells().get("note"), () -> check(row)));
    }

    private static void check(TableRow row) {
        WorkedExample example = new WorkedExample(row);
        Situation situation = example.situation();
        Assessment card = Assessor.assess(situation);
        SoftAssertions softly = new SoftAssertions();
        IN_UNIT.forEach((title, number) -> {
            Exact factor =
                    title.equals("count") && situation.rules().measure().isRatio() ? Exact.ONE : example.factor();
            checkNumber(softly, row, title, dividedBy(number.apply(card), factor));
        });
        IN_POINTS.forEach((title, number) -> checkNumber(softly, row, title, number.apply(card)));
        checkWord(softly, row, "status", card.status().code());
        checkWord(softly, row, "severity", card.severity().code());
        checkWord(
                softly,
                row,
                "reason",
                card.reason() == null ? "–" : card.reason().code());
        checkWord(softly, row, "who", card.lagRegion() == null ? "–" : card.lagRegion());
        Coverage coverage = situation.tally().coverage();
        String covered = coverage.reported() + "/" + coverage.carried() + "/" + coverage.missing();
        checkWord(softly, row, "covered", row.has("covered") ? covered : coverage.allReported() ? "–" : covered);
        softly.assertAll();
    }

    private static @Nullable Exact dividedBy(@Nullable Exact value, Exact factor) {
        return value == null ? null : value.dividedBy(factor);
    }

    /** An exact number, or after ≈ one rounded to as many decimals as are written. */
    private static void checkNumber(SoftAssertions softly, TableRow row, String title, @Nullable Exact actual) {
        if (!row.has(title)) {
            return;
        }
        String text = row.find(title).orElse("–");
        if (text.equals("–") || actual == null) {
            softly.assertThat(actual == null ? "–" : actual.toString())
                    .as(place(row, title))
                    .isEqualTo(text);
        } else if (text.startsWith("≈")) {
            BigDecimal rounded = new BigDecimal(text.substring(1));
            softly.assertThat(actual.rounded(rounded.scale()))
                    .as(place(row, title))
                    .isEqualTo(rounded);
        } else {
            softly.assertThat(actual).as(place(row, title)).isEqualTo(Exact.of(text));
        }
    }

    /** Without a column there must be nothing to say. */
    private static void checkWord(SoftAssertions softly, TableRow row, String title, String actual) {
        softly.assertThat(actual)
                .as(place(row, title))
                .isEqualTo(row.find(title).isPresent() ? row.word(title) : "–");
    }

    private static String place(TableRow row, String title) {
        return "example " + row.get("no") + ", " + title;
    }

    @Test
    void table_asAWhole_hasSixtyRowsNumberedInOrderAndKnownColumnsOnly() {
        assertThat(rows).hasSizeGreaterThanOrEqualTo(60);
        assertThat(rows.stream().map(row -> Integer.valueOf(row.get("no"))))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, rows.size()).boxed().toList());
        Set<String> known = new HashSet<>(GIVEN);
        known.addAll(IN_UNIT.keySet());
        known.addAll(IN_POINTS.keySet());
        known.addAll(WORDS);
        assertThat(rows).allSatisfy(row -> {
            assertThat(known).containsAll(row.cells().keySet());
            assertThat(row.cells()).containsKeys(ALWAYS.toArray(String[]::new));
        });
    }

    @Test
    void examples_together_showEveryStatusReasonSeverityCommitmentDirectionTrajectoryAndKind() {
        assertThat(words("status")).containsAll(codes(Status.values()));
        assertThat(words("severity")).containsAll(codes(Severity.values()));
        assertThat(words("reason")).containsAll(codes(Reason.values()));
        assertThat(words("verb")).containsAll(codes(Commitment.values()));
        assertThat(words("kind")).contains("flow", "monthly", "stock");
        assertThat(words("way")).contains("linear", "steps", "seasonal", "from");
        assertThat(rows.stream().map(row -> row.get("target")))
                .contains("≥ last year", "≤ last year", "10 to 20", "≤ 3", "≤ 0", "≥ 20", "≥ 6 stretch 8", "none");
    }

    private static List<String> words(String title) {
        return rows.stream()
                .filter(row -> row.find(title).isPresent())
                .map(row -> row.word(title))
                .toList();
    }

    private static List<String> codes(Coded[] constants) {
        return Arrays.stream(constants).map(Coded::code).toList();
    }
}
