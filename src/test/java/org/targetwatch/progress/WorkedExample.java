package org.targetwatch.progress;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Coded;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Frequency;
import org.targetwatch.measure.Kind;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Scale;
import org.targetwatch.measure.Term;
import org.targetwatch.measure.Unit;
import org.targetwatch.measure.Unit.Base;
import org.targetwatch.progress.Situation.Child;

/** What is given in a row of the worked examples, turned into the situation that it describes. */
final class WorkedExample {
    private static final Period JANUARY = Period.of(2020, 1);
    private static final Map<String, Kind> KINDS =
            Map.of("flow", Kind.FLOW_TO_DATE, "monthly", Kind.FLOW_MONTHLY, "stock", Kind.STOCK);
    private static final Measure.Part PART = new Measure.Part("人数", "people", Unit.of(Base.PERSON));

    private final TableRow row;
    private final Unit unit;
    private final Rules rules;
    private final Target target;
    private final Period period;

    WorkedExample(TableRow row) {
        this.row = row;
        this.unit = Unit.parse(row.get("unit").replace("gross ", "")).orElseThrow();
        this.period = month(row.get("month"));
        this.rules = new Rules(
                measure(),
                KINDS.get(row.get("kind")),
                row.find("every").map(WorkedExample::frequency).orElse(Frequency.MONTHLY),
                JANUARY,
                month(row.find("from").orElse("04")),
                month(row.find("due").orElse("12")),
                row.find("verb").map(WorkedExample::commitment).orElse(Commitment.STATED),
                Thresholds.DEFAULT,
                row.find("confirm").isPresent());
        this.target = row.get("target").equals("none")
                ? null
                : new Target(
                        direction(row.get("target")),
                        trajectory(row.find("way").orElse("linear")),
                        row.find("baseline").map(this::value).orElse(null),
                        row.find("floor").map(this::value).orElse(null));
    }

    private static Commitment commitment(String verb) {
        return Coded.parse(Commitment.class, verb).orElseThrow();
    }

    private static Frequency frequency(String word) {
        return Coded.parse(Frequency.class, word).orElseThrow();
    }

    /** What a number of the card must be multiplied by to become base units. */
    Exact factor() {
        return Exact.of(unit.factor());
    }

    // ---- what was promised ----

    private Measure measure() {
        boolean percent = unit.base() == Base.PERCENT;
        if (!percent && unit.base() != Base.YUAN_PER_PERSON) {
            return new Measure.OfQuantity(unit);
        }
        boolean share = percent && !row.get("unit").startsWith("gross");
        return new Measure.OfRatio(percent ? Scale.PERCENT : Scale.PER_UNIT, unit, PART, PART, share);
    }

    private Exact value(String number) {
        return Exact.of(unit.toBase(new BigDecimal(number)));
    }

    private Direction direction(String text) {
        if (text.endsWith("last year")) {
            return text.startsWith("≥") ? new Direction.NotBelowLastYear() : new Direction.NotAboveLastYear();
        }
        if (text.contains(" to ")) {
            String[] ends = text.split(" to ");
            return new Direction.Between(value(ends[0]), value(ends[1]));
        }
        String[] words = text.split(" ");
        Exact stretch = words.length == 4 ? value(words[3]) : null;
        return words[0].equals("≥")
                ? new Direction.AtLeast(value(words[1]), stretch)
                : new Direction.AtMost(value(words[1]));
    }

    private Trajectory trajectory(String text) {
        String[] words = text.split(" ", 2);
        return switch (words[0]) {
            case "linear" -> new Trajectory.Linear();
            case "from" -> new Trajectory.FromMonth(month(words[1]));
            case "steps" ->
                new Trajectory.Steps(byMonth(words[1], month -> month).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, step -> value(step.getValue()), (a, b) -> b, TreeMap::new)));
            case "seasonal" ->
                new Trajectory.Seasonal(Arrays.stream(words[1].split(" "))
                        .map(percent -> Exact.of(percent).dividedBy(100))
                        .toList());
            default -> throw new IllegalArgumentException("No trajectory: " + text);
        };
    }

    /** {@code 06} of the plan's year, or {@code 2021-06}. */
    private static Period month(String text) {
        return text.length() == 2
                ? Period.of(2020, Integer.parseInt(text))
                : Period.parse(text).orElseThrow();
    }

    private static Map<Period, String> byMonth(String text, UnaryOperator<Period> year) {
        return Arrays.stream(text.split(", "))
                .map(entry -> entry.split(": "))
                .collect(Collectors.toMap(entry -> year.apply(month(entry[0])), entry -> entry[1]));
    }

    // ---- what was reported ----

    private record Reported(String thisYear, String lastYear) {}

    private List<Reported> regions() {
        List<String> thisYear = parts("reported");
        List<String> lastYear = parts("last-year");
        return IntStream.range(0, thisYear.size())
                .mapToObj(i -> new Reported(thisYear.get(i), i < lastYear.size() ? lastYear.get(i) : "–"))
                .toList();
    }

    private List<String> parts(String title) {
        return row.has(title) ? List.of(row.cells().get(title).split(" \\+ ")) : List.of();
    }

    private Tally tally(Reported region) {
        String[] figuresAndFrozen = region.thisYear.split(" of ");
        Map<Period, Amount> figures = new TreeMap<>();
        figures.putAll(figures(figuresAndFrozen[0], period, month -> month));
        figures.putAll(figures(region.lastYear, rules.lastYearOf(period), month -> month.plusMonths(-12)));
        return new RegionReport(
                        rules,
                        target == null ? null : target.trajectory(),
                        figures,
                        figuresAndFrozen.length == 2 ? new BigDecimal(figuresAndFrozen[1]) : null,
                        Term.ALWAYS)
                .tally(period);
    }

    private Map<Period, Amount> figures(String text, Period bare, UnaryOperator<Period> year) {
        if (text.equals("–")) {
            return Map.of();
        }
        Map<Period, String> texts = text.contains(":") ? byMonth(text, year) : Map.of(bare, text);
        return texts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> amount(entry.getValue())));
    }

    private Amount amount(String text) {
        String[] sides = text.split("/");
        return sides.length == 2
                ? new Amount.Ratio(new BigDecimal(sides[0]), new BigDecimal(sides[1]))
                : new Amount.Quantity(unit.toBase(new BigDecimal(text)));
    }

    // ---- the situation ----

    /** Of the city when several regions report, else of the one region. */
    Situation situation() {
        List<Reported> regions = regions();
        Tally sum = regions.stream().map(this::tally).reduce(Tally.EMPTY, Tally::plus);
        return situation(sum, regions.size() == 1 ? List.of() : children(regions));
    }

    private List<Child> children(List<Reported> regions) {
        Function<Integer, Assessment> assess =
                index -> Assessor.assess(situation(tally(regions.get(index)), List.of()));
        return IntStream.range(0, regions.size())
                .mapToObj(index -> {
                    Assessment assessment = assess.apply(index);
                    return new Child(Character.toString('A' + index), assessment.lagPoints(), assessment.met());
                })
                .toList();
    }

    private Situation situation(Tally tally, List<Child> children) {
        boolean settled = tally.coverage().allReported()
                || row.find("due-day").filter("passed"::equals).isPresent();
        boolean redBefore = row.find("confirm").filter("second"::equals).isPresent();
        return new Situation(target, rules, period, tally, settled, redBefore, children);
    }
}
