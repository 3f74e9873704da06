package org.targetwatch.measure;

/** What an indicator measures, and so which form its figures take. */
public sealed interface Measure {

    /** One number; regions add up. */
    record OfQuantity(Unit unit) implements Measure {
        @Override
        public Scale scale() {
            return Scale.PER_UNIT;
        }
    }

    /**
     * Two numbers; regions add up numerators and denominators. {@code unit} is that of the quotient. The numerator of a
     * {@code share} is part of its denominator, which a gross enrolment ratio's is not: it may exceed 100.
     */
    record OfRatio(Scale scale, Unit unit, Part numerator, Part denominator, boolean share) implements Measure {
        @Override
        public boolean isShare() {
            return share;
        }

        @Override
        public Unit countUnit() {
            return numerator.unit();
        }
    }

    /** One side of a ratio: what is counted, and its unit. */
    record Part(String name, String english, Unit unit) {}

    Scale scale();

    /** The unit in which the plan states the target; its base is the unit of cards. */
    Unit unit();

    /** What a gap is counted in: people, classes, 元. */
    default Unit countUnit() {
        return unit();
    }

    default boolean isRatio() {
        return this instanceof OfRatio;
    }

    /** Whether the numbers of a figure mean the same in both: of the same form, scale and base units. */
    default boolean countsLike(Measure other) {
        return isRatio() == other.isRatio()
                && scale().equals(other.scale())
                && unit().base() == other.unit().base()
                && countUnit().base() == other.countUnit().base();
    }

    /** Whether the value lies between 0 and 100% by nature. */
    default boolean isShare() {
        return false;
    }
}
