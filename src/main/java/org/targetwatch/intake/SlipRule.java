package org.targetwatch.intake;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.figure.Figure;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Scale;
import org.targetwatch.measure.Unit.Base;
import org.targetwatch.progress.Direction;
import org.targetwatch.web.Text;

/**
 * 元 for 万元, 亿元 for 万元: a number that is about 10,000 or 100,000,000 times off (domain.md 5.3: S2). Percentages have no
 * unit to be wrong about.
 */
final class SlipRule {
    /** Against what was reported before: nothing grows or falls by as much in a month. */
    private static final Exact TIMES = Exact.of(1_000);
    /** Above the target: a slip in January, when a twentieth or less is done, still shows. */
    private static final Exact TIMES_THE_TARGET = Exact.of(50);
    /** Below it, once it is judged: little may have been done, but not as little. */
    private static final Exact PART_OF_THE_TARGET = Exact.of(2_000);

    private SlipRule() {}

    /**
     * Something the value is compared with.
     *
     * @param name asked for only where there is something to say
     * @param below null where nothing can be too low
     */
    private record Reference(Supplier<Text> name, Exact value, Exact above, @Nullable Exact below) {
        boolean isFarFrom(Exact other) {
            return value.isPositive()
                    && other.isPositive()
                    && (other.isAtLeast(value.times(above))
                            || below != null && other.times(below).isAtMost(value));
        }
    }

    static Optional<Finding> of(Observed observed) {
        if (observed.measure().isRatio() && observed.measure().scale() == Scale.PERCENT) {
            return Optional.empty();
        }
        return Stream.of(
                        observed.before().map(before -> reported(observed, before)),
                        observed.lastYear().map(lastYear -> reported(observed, lastYear)),
                        target(observed))
                .flatMap(Optional::stream)
                .filter(reference -> reference.isFarFrom(observed.value()))
                .findFirst()
                .map(reference -> finding(observed, reference));
    }

    private static Reference reported(Observed observed, Figure other) {
        return new Reference(
                () -> Text.of("%s 的", "reported for %s,", other.period()), observed.value(other), TIMES, TIMES);
    }

    /** A region without a target of its own is measured by the whole plan's, of which its part may be however small. */
    private static Optional<Reference> target(Observed observed) {
        if (observed.own() != null) {
            return atLeast(observed.own().direction())
                    .map(target -> new Reference(
                            () -> new Text("目标值", "of the target,"),
                            target,
                            TIMES_THE_TARGET,
                            observed.isJudged() ? PART_OF_THE_TARGET : null));
        }
        return Optional.ofNullable(observed.whole())
                .flatMap(whole -> atLeast(whole.direction()))
                .map(target -> new Reference(
                        () -> new Text("全计划目标值", "of the whole plan's target,"), target, TIMES_THE_TARGET, null));
    }

    private static Optional<Exact> atLeast(Direction direction) {
        return direction instanceof Direction.AtLeast atLeast ? Optional.of(atLeast.value()) : Optional.empty();
    }

    private static Finding finding(Observed observed, Reference reference) {
        Exact times = observed.value().dividedBy(reference.value());
        Base unit = observed.measure().unit().base();
        return observed.finding(
                "W-SLIP",
                "%s约为 %s %s的 %s，是否误用了单位（%s、万%5$s、亿%5$s）？",
                "%s is about %4$s the amount %2$s %3$s: is the unit right (%5$s, 万%5$s, 亿%5$s)?",
                observed.shown(observed.value()),
                reference.name().get(),
                observed.shown(reference.value()),
                times(times),
                unit.symbol());
    }

    private static Text times(Exact times) {
        return times.isAtLeast(Exact.ONE)
                ? Text.of("%s 倍", "%s times", whole(times))
                : Text.of("%s 分之一", "1/%s of", whole(Exact.ONE.dividedBy(times)));
    }

    private static String whole(Exact number) {
        return number.rounded(0).toPlainString();
    }
}
