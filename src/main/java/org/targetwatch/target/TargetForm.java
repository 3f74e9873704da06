package org.targetwatch.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Unit;
import org.targetwatch.progress.Direction;
import org.targetwatch.progress.Direction.Sense;
import org.targetwatch.progress.Target;
import org.targetwatch.progress.Trajectory;
import org.targetwatch.web.FreeText;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/**
 * A decision about a target as it is sent.
 *
 * @param value what is promised at least or at most, in {@code unit}
 * @param unit needed for quantities; ratios are in percent or per unit, as the catalogue says
 * @param low with {@code high}: for indicators that must stay between two lines
 * @param trajectory {@code "linear"}, {@code {"from-month": "2020-10"}}, {@code {"steps": {"2020-06": 10}}} with values in
 *     {@code unit}, or {@code {"seasonal": [twelve shares that sum to 1]}}; absent: as in the catalogue
 * @param effectiveFrom the first period that is judged by this decision
 */
@Schema(name = "TargetDecision")
public record TargetForm(
        @Nullable BigDecimal value,
        @Nullable String unit,
        @Nullable BigDecimal stretch,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable BigDecimal baseline,
        @Nullable JsonNode trajectory,
        @Nullable String effectiveFrom,
        @Nullable String reason) {

    /** A form without mistakes. */
    record Valid(Proposal proposal, String reason) {}

    /** Refuses with every mistake at once. */
    Valid validated(Plan plan, Indicator indicator) {
        Violations violations = new Violations();
        Proposal proposal = new Reader(plan, indicator, violations).read();
        String why = FreeText.reason(null, reason, violations);
        violations.refuseIfAny();
        return new Valid(proposal, why);
    }

    /** The same before anybody has said why. */
    Proposal proposed(Plan plan, Indicator indicator) {
        Violations violations = new Violations();
        Proposal proposal = new Reader(plan, indicator, violations).read();
        violations.refuseIfAny();
        return proposal;
    }

    private final class Reader {
        private final Plan plan;
        private final Indicator indicator;
        private final Unit base;
        private final Violations violations;

        private Reader(Plan plan, Indicator indicator, Violations violations) {
            this.violations = violations;
            this.plan = plan;
            this.indicator = indicator;
            this.base = Unit.of(indicator.rules().measure().unit().base());
        }

        private Proposal read() {
            Unit stated = readUnit();
            TargetNumbers numbers = new TargetNumbers(indicator.rules().measure(), stated, violations);
            Direction direction = readDirection(numbers);
            Exact start = readBaseline(numbers);
            Trajectory way = readTrajectory(numbers);
            return new Proposal(readPeriod(), new Target(direction, way, start, null));
        }

        private Unit readUnit() {
            if (unit == null) {
                if (!indicator.rules().measure().isRatio()) {
                    wrong(
                            "unit",
                            "E-UNIT-MISSING",
                            Text.of("数量须注明单位，如“%s”。", "A quantity needs its unit, such as %s.", base));
                }
                return base;
            }
            Optional<Unit> stated = Unit.parse(unit).filter(some -> some.base() == base.base());
            if (stated.isEmpty()) {
                wrong(
                        "unit",
                        "E-UNIT",
                        Text.of(
                                "单位“%s”不适用于指标 %s，应为“%s”或其倍数（如 万%s）。",
                                "The unit '%s' does not fit indicator %s; use %s or a multiple of it (such as 万%s).",
                                Text.shown(unit),
                                indicator.code(),
                                base,
                                base));
            }
            return stated.orElse(base);
        }

        private Direction readDirection(TargetNumbers numbers) {
            Direction promised = indicator.target().direction();
            if (promised.comparesWithLastYear()) {
                wrong(
                        "value",
                        "E-TARGET-LAST-YEAR",
                        Text.of(
                                "指标 %s 与上年同期比较，不另设目标值。",
                                "Indicator %s is compared with last year; it takes no target of its own.",
                                indicator.code()));
                return promised;
            }
            return promised.sense() == Sense.BETWEEN ? readBetween(promised, numbers) : readOneSided(promised, numbers);
        }

        private Direction readOneSided(Direction promised, TargetNumbers numbers) {
            boolean atMost = promised.sense() == Sense.AT_MOST;
            refuseBoth("low", low, "high", high, promised);
            Exact goal = numbers.read("value", value);
            Exact far = numbers.read("stretch", stretch);
            if (value == null) {
                wrong("value", "E-TARGET-MISSING", Text.of("请填写目标值 value。", "Give the target as value."));
            }
            if (goal == null) {
                return promised;
            }
            if (far != null && (atMost || !far.isAtLeast(goal))) {
                wrong(
                        "stretch",
                        "E-TARGET-ORDER",
                        Text.of(
                                "争取值 %s 须不小于目标值 %s，且只用于“至少”类指标。",
                                "The stretch %s must not be below the target %s, and only at-least indicators have one.",
                                stretch,
                                value));
            }
            return atMost ? new Direction.AtMost(goal) : new Direction.AtLeast(goal, far);
        }

        private Direction readBetween(Direction promised, TargetNumbers numbers) {
            refuseBoth("value", value, "stretch", stretch, promised);
            Exact from = numbers.read("low", low);
            Exact to = numbers.read("high", high);
            boolean isGiven = low != null && high != null;
            boolean isRefused = isGiven && (from == null || to == null);
            if (isRefused) {
                return promised;
            }
            if (from == null || to == null || from.compareTo(to) > 0) {
                wrong(
                        "low",
                        "E-TARGET-ORDER",
                        Text.of(
                                "区间类指标须同时填写 low 与 high，且 low 不大于 high。",
                                "An indicator between two lines needs low and high, low not above high."));
                return promised;
            }
            return new Direction.Between(from, to);
        }

        /** A number that the direction has no use for is a misunderstanding, and not to be passed over in silence. */
        private void refuseBoth(
                String one, @Nullable BigDecimal first, String other, @Nullable BigDecimal second, Direction promised) {
            if (first != null || second != null) {
                wrong(
                        first != null ? one : other,
                        "E-TARGET-FIELD",
                        Text.of(
                                "%s 不用于%s类指标：区间类填 low 与 high，其他填 value。",
                                "%s does not go with %s: between two lines takes low and high, everything else value.",
                                first != null ? one : other,
                                promised.sense() == Sense.BETWEEN
                                        ? new Text("区间", "a target between two lines")
                                        : new Text("“至少”“至多”", "a target to reach or to stay below")));
            }
        }

        private @Nullable Exact readBaseline(TargetNumbers numbers) {
            if (baseline != null && indicator.rules().kind().isFlow()) {
                wrong(
                        "baseline",
                        "E-TARGET-FIELD",
                        new Text("时期指标从 0 起算，没有基期值 baseline。", "A flow starts at 0 and has no baseline."));
                return null;
            }
            return numbers.read("baseline", baseline);
        }

        private Trajectory readTrajectory(TargetNumbers numbers) {
            if (trajectory == null || trajectory.isNull()) {
                return indicator.target().trajectory();
            }
            Optional<Trajectory> way = TrajectoryForm.read(trajectory, numbers.stated()::toBase);
            way.ifPresent(some -> check(some, numbers));
            if (way.isEmpty()) {
                wrong(
                        "trajectory",
                        "E-TRAJECTORY",
                        Text.of(
                                "无法读取进度计划 %s。可用：\"linear\"、{\"from-month\":\"2020-10\"}、{\"steps\":{\"2020-06\":10}}、"
                                        + "{\"seasonal\":[十二个月的份额，各不为负、最多 10 位小数，合计为 1]}。",
                                "The trajectory %s cannot be read. Use \"linear\", {\"from-month\":\"2020-10\"},"
                                        + " {\"steps\":{\"2020-06\":10}} or {\"seasonal\":[twelve shares of at most ten decimals, none negative, that sum to 1]}.",
                                Text.shown(trajectory.toString())));
            }
            return way.orElse(indicator.target().trajectory());
        }

        private void check(Trajectory way, TargetNumbers numbers) {
            if (way instanceof Trajectory.Steps steps) {
                steps.values().keySet().forEach(this::checkMonth);
                steps.values().values().forEach(value -> numbers.accepts("trajectory", value));
            } else if (way instanceof Trajectory.FromMonth fromMonth) {
                checkMonth(fromMonth.month());
            }
        }

        private void checkMonth(Period month) {
            if (!isOnTheWay(month)) {
                wrong(
                        "trajectory",
                        "E-TRAJECTORY",
                        Text.of(
                                "进度计划的月份 %s 不在 %s 至 %s 之间。",
                                "Month %s of the trajectory does not lie from %s to %s.",
                                month,
                                plan.start(),
                                indicator.rules().due()));
            }
        }

        private boolean isOnTheWay(Period month) {
            return !month.isBefore(plan.start())
                    && !month.isAfter(indicator.rules().due());
        }

        private Period readPeriod() {
            Optional<Period> from = Optional.ofNullable(effectiveFrom).flatMap(Period::parse);
            if (from.filter(this::isOnTheWay).isEmpty()) {
                wrong(
                        "effectiveFrom",
                        "E-PERIOD",
                        Text.of(
                                "生效报告期 effectiveFrom 的值“%s”不可用，应为 %s 至 %s 之间的月份。",
                                "effectiveFrom has the unusable value '%s'; a month from %s to %s is expected.",
                                Text.shown(String.valueOf(effectiveFrom)),
                                plan.start(),
                                indicator.rules().due()));
            }
            return from.orElse(plan.start());
        }

        private void wrong(String field, String code, Text message) {
            violations.add(new Violation(null, field, code, message));
        }
    }
}
