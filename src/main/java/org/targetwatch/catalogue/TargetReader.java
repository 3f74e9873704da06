package org.targetwatch.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Kind;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Direction;
import org.targetwatch.progress.Direction.Sense;
import org.targetwatch.progress.Target;
import org.targetwatch.progress.Trajectory;

/** Reads what an indicator promises: direction, numbers in the stated unit, trajectory. */
final class TargetReader {

    static final String UNDECIDED = "undecided";

    private static final int SHARE_DECIMALS = 10;

    private final SeedMap map;
    private final PlanYear year;
    private final Measure measure;
    private final Kind kind;
    private final Period due;

    TargetReader(SeedMap map, PlanYear year, Measure measure, Kind kind, Period due) {
        this.map = map;
        this.year = year;
        this.measure = measure;
        this.kind = kind;
        this.due = due;
    }

    Target read() {
        Sense sense =
                map.optional("direction", value -> value.word(Sense.class)).orElse(Sense.AT_LEAST);
        if (sense.comparesWithLastYear()) {
            return againstLastYear(sense);
        }
        Direction direction = direction(sense);
        Exact baseline = baseline();
        Exact floor = map.optional("floor", this::number).orElse(null);
        return new Target(direction, trajectory(baseline != null), baseline, floor);
    }

    private Target againstLastYear(Sense sense) {
        map.refuse(
                List.of("target", "stretch", "baseline", "floor", "trajectory"),
                "不能与 direction: %s 同用，目标就是上年同期数",
                "does not go with direction: %s, whose target is last year's figure",
                sense.code());
        Direction direction = sense == Sense.NOT_BELOW_LAST_YEAR
                ? new Direction.NotBelowLastYear()
                : new Direction.NotAboveLastYear();
        return new Target(direction, new Trajectory.Linear(), null, null);
    }

    // ---- numbers ----

    private Direction direction(Sense sense) {
        if (sense != Sense.AT_LEAST) {
            map.refuse(List.of("stretch"), "只用于 direction: at-least", "goes only with direction: at-least");
        }
        if (map.says("target", UNDECIDED)) {
            return undecided(sense);
        }
        if (sense == Sense.BETWEEN) {
            return map.required("target", SeedValue::map)
                    .map(this::between)
                    .orElseGet(() -> new Direction.Between(Exact.ZERO, Exact.ZERO));
        }
        Exact target = map.required("target", this::number).orElse(Exact.ZERO);
        return sense == Sense.AT_MOST ? new Direction.AtMost(target) : new Direction.AtLeast(target, stretch(target));
    }

    private Direction undecided(Sense sense) {
        map.refuse(
                List.of("stretch", "baseline"),
                "在 target: undecided 时不写，随目标一并确定",
                "does not go with target: undecided; it is decided together with the target");
        return new Direction.Undecided(sense);
    }

    private Direction between(SeedMap ends) {
        Exact low = ends.required("low", this::number).orElse(Exact.ZERO);
        Exact high = ends.required("high", this::number).orElse(low);
        ends.refuseUnknownKeys();
        if (low.compareTo(high) > 0 && ends.isSound("low") && ends.isSound("high")) {
            ends.wrong("high", "小于 low", "is below low");
        }
        return new Direction.Between(low, low.max(high));
    }

    private @Nullable Exact stretch(Exact target) {
        Exact stretch = map.optional("stretch", this::number).orElse(null);
        if (stretch != null && stretch.compareTo(target) <= 0 && map.isSound("target")) {
            map.wrong("stretch", "应大于 target", "is not above target");
        }
        return stretch;
    }

    private @Nullable Exact baseline() {
        if (kind.isFlow()) {
            map.refuse(List.of("baseline"), "时期指标从 0 起算，没有基期值", "has no place here: a flow starts at 0");
        }
        return map.optional("baseline", this::number).orElse(null);
    }

    /** A number in the stated unit, turned into the base unit. */
    private Optional<Exact> number(SeedValue value) {
        return value.decimal().flatMap(stated -> inBase(value, measure.unit().toBase(stated)));
    }

    private Optional<Exact> inBase(SeedValue value, BigDecimal number) {
        if (measure.unit().base().isWhole() && number.stripTrailingZeros().scale() > 0) {
            String base = measure.unit().base().symbol();
            return value.wrong("折合成“%s”不是整数", "is not a whole number of %s", base);
        }
        boolean isPossible = number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(100)) <= 0;
        return measure.isShare() && !isPossible
                ? value.wrong("应在 0 至 100 之间", "does not lie from 0 to 100")
                : Optional.of(Exact.of(number));
    }

    // ---- trajectory ----

    private Trajectory trajectory(boolean hasBaseline) {
        Trajectory usual = kind.isFlow() || hasBaseline ? new Trajectory.Linear() : new Trajectory.FromMonth(due);
        return map.optional("trajectory", this::trajectory).orElse(usual);
    }

    private Optional<Trajectory> trajectory(SeedValue value) {
        if (value.isMap()) {
            return value.map().flatMap(form -> trajectory(value, form));
        }
        return value.text()
                .flatMap(text -> text.equals("linear") ? Optional.of(new Trajectory.Linear()) : unknown(value));
    }

    private Optional<Trajectory> trajectory(SeedValue value, SeedMap form) {
        if (form.size() != 1) {
            return unknown(value);
        }
        Optional<Trajectory> trajectory = form.optional("from-month", this::fromMonth)
                .or(() -> form.optional("steps", this::steps))
                .or(() -> form.optional("seasonal", this::seasonal));
        form.refuseUnknownKeys();
        return trajectory;
    }

    private static Optional<Trajectory> unknown(SeedValue value) {
        return value.wrong(
                "不是可用的进度计划，可用其一：linear、{from-month: 2020-10}、{steps: {2020-03: 5}}、{seasonal: [十二个合计为 1 的数]}",
                "is no trajectory; allowed is one of: linear, {from-month: 2020-10}, {steps: {2020-03: 5}}, "
                        + "{seasonal: [twelve shares that sum to 1]}");
    }

    private Optional<Trajectory> fromMonth(SeedValue value) {
        return monthOnTheWay(value).map(Trajectory.FromMonth::new);
    }

    private Optional<Period> monthOnTheWay(SeedValue value) {
        return year.month(value)
                .flatMap(month -> month.isAfter(due) && map.isSound("due")
                        ? value.wrong("晚于 due（%s）", "lies after due, %s", due)
                        : Optional.of(month));
    }

    private Optional<Trajectory> steps(SeedValue value) {
        NavigableMap<Period, Exact> steps = new TreeMap<>();
        value.map().map(SeedMap::entries).ifPresent(entries -> entries.forEach(step -> readStep(step, steps)));
        return steps.isEmpty()
                ? value.wrong("没有可用的节点", "holds no usable step")
                : Optional.of(new Trajectory.Steps(steps));
    }

    private void readStep(SeedMap.Entry step, NavigableMap<Period, Exact> steps) {
        monthOnTheWay(step.key())
                .ifPresent(month -> number(step.value()).ifPresent(number -> steps.put(month, number)));
    }

    private Optional<Trajectory> seasonal(SeedValue value) {
        List<Exact> shares = value.list(TargetReader::share).orElse(List.of());
        boolean isWhole = shares.stream().reduce(Exact.ZERO, Exact::plus).equals(Exact.ONE);
        return shares.size() == 12 && isWhole
                ? Optional.of(new Trajectory.Seasonal(shares))
                : value.wrong("应为十二个合计为 1 的数", "are not twelve shares that sum to 1");
    }

    /** Decisions that keep this trajectory are stored with ten decimals, and the shares must still sum to 1. */
    private static Optional<Exact> share(SeedValue value) {
        return value.decimal().flatMap(share -> {
            if (share.signum() < 0) {
                return value.wrong("应不小于 0", "is below 0");
            }
            return share.stripTrailingZeros().scale() > SHARE_DECIMALS
                    ? value.wrong("小数位过多，最多 %s 位", "has more than %s decimals", SHARE_DECIMALS)
                    : Optional.of(Exact.of(share));
        });
    }
}
