package org.targetwatch.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator.Reporter;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Frequency;
import org.targetwatch.measure.Kind;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Scale;
import org.targetwatch.measure.Unit;
import org.targetwatch.progress.Commitment;
import org.targetwatch.progress.Direction;
import org.targetwatch.progress.Rules;
import org.targetwatch.progress.Target;
import org.targetwatch.progress.Thresholds;
import org.targetwatch.progress.Trajectory;

/** An indicator as it is served: all numbers but {@code stated} in the base unit (93 means 93%). */
@Schema(name = "Indicator")
public record IndicatorAnswer(
        String code,
        String name,
        String english,
        int workItem,
        List<String> leadOffices,
        String quote,
        Commitment commitment,
        @Schema(description = "the verb before the number that the commitment stands for") String commitmentChinese,
        Unit unit,
        @Schema(enumeration = {"quantity", "ratio"}) String measure,
        @Nullable RatioAnswer ratio,
        Kind kind,
        Frequency frequency,
        @Schema(
                        enumeration = {"sum", "ratio-of-sums", "none"},
                        description = "how regions make up the city's figure")
                String aggregation,
        Reporter reportedBy,
        @Schema(description = "kinds of the regions that report; empty when only the plan's own region does")
                Set<String> appliesTo,
        @Schema(
                        enumeration = {"all", "city"},
                        description = "city: only the plan's own region is judged")
                String level,
        String direction,
        @Nullable BigDecimal target,
        @Nullable BigDecimal stretch,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal floor,
        @Nullable String floorSource,
        @Schema(description = "the target in the unit of the source") Stated stated,
        @Schema(
                        description = "\"linear\", {\"from-month\": \"2020-10\"}, {\"steps\": {\"2020-06\": 10}} or"
                                + " {\"seasonal\": [twelve shares]}")
                Object trajectory,
        Period judgedFrom,
        Period due,
        Lights thresholds,
        @Schema(description = "whether red needs two judged periods in a row") boolean confirm,
        boolean confidential,
        @Schema(description = "what had to be assumed until the bureau says") List<String> assumed,
        Map<String, BigDecimal> frozenDenominators) {

    /** What is divided by what. */
    @Schema(name = "Ratio")
    public record RatioAnswer(Scale scale, boolean share, PartAnswer numerator, PartAnswer denominator) {}

    /** One side of a ratio. */
    @Schema(name = "RatioPart")
    public record PartAnswer(String name, String english, Unit unit) {
        static PartAnswer of(Measure.Part part) {
            return new PartAnswer(part.name(), part.english(), part.unit());
        }
    }

    /** The numbers as the source prints them, 20 with 亿元. */
    @Schema(name = "StatedTarget")
    public record Stated(
            Unit unit,
            @Nullable BigDecimal target,
            @Nullable BigDecimal stretch,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable BigDecimal floor) {}

    /** Lag points from which the light is yellow and red. */
    @Schema(name = "Thresholds")
    public record Lights(BigDecimal yellow, BigDecimal red) {
        static Lights of(Thresholds thresholds) {
            return new Lights(thresholds.yellow().rounded(), thresholds.red().rounded());
        }
    }

    /** The numbers of a direction; those that it has not are null. */
    private record Numbers(@Nullable Exact target, @Nullable Exact stretch, @Nullable Exact low, @Nullable Exact high) {
        static Numbers of(Direction direction) {
            if (direction instanceof Direction.AtLeast atLeast) {
                return new Numbers(atLeast.value(), atLeast.stretch(), null, null);
            }
            if (direction instanceof Direction.AtMost atMost) {
                return new Numbers(atMost.value(), null, null, null);
            }
            return direction instanceof Direction.Between between
                    ? new Numbers(null, null, between.low(), between.high())
                    : new Numbers(null, null, null, null);
        }
    }

    static IndicatorAnswer of(Indicator indicator, Plan plan) {
        Rules rules = indicator.rules();
        Measure measure = rules.measure();
        Target target = indicator.target();
        Numbers numbers = Numbers.of(target.direction());
        return new IndicatorAnswer(
                indicator.code(),
                indicator.name(),
                indicator.english(),
                indicator.workItem(),
                plan.workItem(indicator.workItem()).orElseThrow().leadOffices(),
                indicator.quote(),
                rules.commitment(),
                rules.commitment().chinese(),
                Unit.of(measure.unit().base()),
                measure.isRatio() ? "ratio" : "quantity",
                ratio(measure),
                rules.kind(),
                rules.frequency(),
                aggregation(indicator),
                indicator.reporter(),
                new TreeSet<>(indicator.appliesTo()),
                indicator.judgedOnlyAtTop() ? "city" : "all",
                target.direction().code(),
                rounded(numbers.target),
                rounded(numbers.stretch),
                rounded(numbers.low),
                rounded(numbers.high),
                rounded(target.baseline()),
                rounded(target.floor()),
                indicator.floorSource(),
                stated(measure.unit(), numbers, target.floor()),
                trajectory(target.trajectory()),
                rules.judgedFrom(),
                rules.due(),
                Lights.of(rules.thresholds()),
                rules.confirm(),
                indicator.confidential(),
                indicator.assumed(),
                new TreeMap<>(indicator.frozenDenominators()));
    }

    private static @Nullable RatioAnswer ratio(Measure measure) {
        return measure instanceof Measure.OfRatio ratio
                ? new RatioAnswer(
                        ratio.scale(),
                        ratio.share(),
                        PartAnswer.of(ratio.numerator()),
                        PartAnswer.of(ratio.denominator()))
                : null;
    }

    private static String aggregation(Indicator indicator) {
        if (indicator.reporter() == Reporter.CITY) {
            return "none";
        }
        return indicator.rules().measure().isRatio() ? "ratio-of-sums" : "sum";
    }

    private static Stated stated(Unit unit, Numbers numbers, @Nullable Exact floor) {
        return new Stated(
                unit,
                in(unit, numbers.target),
                in(unit, numbers.stretch),
                in(unit, numbers.low),
                in(unit, numbers.high),
                in(unit, floor));
    }

    private static @Nullable BigDecimal in(Unit unit, @Nullable Exact number) {
        return number == null ? null : rounded(number.dividedBy(Exact.of(unit.factor())));
    }

    private static @Nullable BigDecimal rounded(@Nullable Exact number) {
        return number == null ? null : number.rounded();
    }

    private static Object trajectory(Trajectory trajectory) {
        if (trajectory instanceof Trajectory.FromMonth fromMonth) {
            return Map.of(trajectory.code(), fromMonth.month());
        }
        if (trajectory instanceof Trajectory.Seasonal seasonal) {
            return Map.of(
                    trajectory.code(),
                    seasonal.shares().stream().map(Exact::rounded).toList());
        }
        return trajectory instanceof Trajectory.Steps steps
                ? Map.of(trajectory.code(), values(steps))
                : trajectory.code();
    }

    private static Map<String, BigDecimal> values(Trajectory.Steps steps) {
        Map<String, BigDecimal> values = new TreeMap<>();
        steps.values().forEach((month, value) -> values.put(month.toString(), value.rounded()));
        return values;
    }
}
