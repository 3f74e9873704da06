package org.targetwatch.intake;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The city's card for October 2020 worked out as a clerk would from what the API serves: the indicator and everybody's
 * figures. It knows only what the demonstration needs, linear and from-month trajectories and no baselines, and shares
 * no code with the program.
 */
final class HandMadeCard {
    private static final MathContext DIGITS = new MathContext(40);
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final String NOW = "2020-10";
    private static final String LAST_YEAR = "2019-10";

    /** Numerator and denominator, or a value over 1. */
    private record Sum(BigDecimal numerator, BigDecimal denominator) {
        static final Sum NONE = new Sum(ZERO, ZERO);

        static Sum of(Map<String, Object> figure) {
            return figure.get("value") != null
                    ? new Sum(decimal(figure.get("value")), ZERO)
                    : new Sum(decimal(figure.get("numerator")), decimal(figure.get("denominator")));
        }

        Sum plus(Sum other) {
            return new Sum(numerator.add(other.numerator), denominator.add(other.denominator));
        }
    }

    private final Map<String, Object> indicator;
    private final List<Map<String, Object>> figures;
    private final List<String> reporters;

    /** @param reporters the regions that report the indicator, the city itself or those below it */
    HandMadeCard(Map<String, Object> indicator, List<Map<String, Object>> figures, List<String> reporters) {
        this.indicator = indicator;
        this.figures = figures.stream()
                .filter(figure -> figure.get("indicator").equals(indicator.get("code")))
                .toList();
        this.reporters = reporters;
    }

    static BigDecimal decimal(Object number) {
        return number == null ? null : new BigDecimal(number.toString());
    }

    // ---- what arrived ----

    private Optional<Map<String, Object>> figure(String region, String period) {
        return figures.stream()
                .filter(figure -> figure.get("region").equals(region)
                        && figure.get("period").equals(period))
                .findFirst();
    }

    /** This month's figure, or the latest before it that still counts. */
    private Optional<Map<String, Object>> latest(String region) {
        String first = fromMonth() != null && isJudged() ? (String) indicator.get("judgedFrom") : "2020-01";
        TreeMap<String, Map<String, Object>> usable = new TreeMap<>();
        figures.stream()
                .filter(figure -> figure.get("region").equals(region))
                .filter(figure ->
                        period(figure).compareTo(first) >= 0 && period(figure).compareTo(NOW) <= 0)
                .forEach(figure -> usable.put(period(figure), figure));
        return Optional.ofNullable(usable.lastEntry()).map(Map.Entry::getValue);
    }

    private static String period(Map<String, Object> figure) {
        return (String) figure.get("period");
    }

    /** After the due month nothing more is asked for. */
    int reported() {
        String asked = isDue() ? (String) indicator.get("due") : NOW;
        return (int) reporters.stream()
                .filter(region -> latest(region)
                        .filter(figure -> period(figure).compareTo(asked) >= 0)
                        .isPresent())
                .count();
    }

    int missing() {
        return (int)
                reporters.stream().filter(region -> latest(region).isEmpty()).count();
    }

    int carried() {
        return reporters.size() - reported() - missing();
    }

    private Stream<String> counted() {
        return reporters.stream()
                .filter(region -> latest(region).isPresent())
                .filter(region ->
                        !comparesWithLastYear() || figure(region, LAST_YEAR).isPresent());
    }

    private Sum sum() {
        return counted().map(region -> Sum.of(latest(region).orElseThrow())).reduce(Sum.NONE, Sum::plus);
    }

    BigDecimal actual() {
        return reporters.size() == missing() ? null : value(sum());
    }

    private BigDecimal value(Sum sum) {
        if (!isRatio()) {
            return sum.numerator;
        }
        BigDecimal quotient = sum.numerator.divide(sum.denominator, DIGITS);
        return indicator.get("unit").equals("%") ? quotient.multiply(HUNDRED) : quotient;
    }

    // ---- what was promised ----

    private boolean isRatio() {
        return indicator.get("measure").equals("ratio");
    }

    private boolean isFlow() {
        return !indicator.get("kind").equals("stock");
    }

    private boolean isAtLeast() {
        return indicator.get("direction").equals("at-least");
    }

    private boolean lowerIsBetter() {
        return List.of("at-most", "not-above-last-year").contains(indicator.get("direction"));
    }

    private boolean comparesWithLastYear() {
        return ((String) indicator.get("direction")).endsWith("last-year");
    }

    private Object fromMonth() {
        return indicator.get("trajectory") instanceof Map<?, ?> trajectory ? trajectory.get("from-month") : null;
    }

    private boolean isJudged() {
        return NOW.compareTo((String) indicator.get("judgedFrom")) >= 0;
    }

    private boolean isDue() {
        return NOW.compareTo((String) indicator.get("due")) >= 0;
    }

    BigDecimal target() {
        return comparesWithLastYear()
                ? value(counted()
                        .map(region -> Sum.of(figure(region, LAST_YEAR).orElseThrow()))
                        .reduce(Sum.NONE, Sum::plus))
                : decimal(indicator.get("target"));
    }

    BigDecimal expected() {
        if (comparesWithLastYear()) {
            return target();
        }
        if (fromMonth() != null) {
            return NOW.compareTo((String) fromMonth()) >= 0 ? target() : null;
        }
        return target().multiply(BigDecimal.TEN).divide(new BigDecimal(12), DIGITS);
    }

    // ---- how far apart they are ----

    private BigDecimal shortfall(BigDecimal line) {
        return lowerIsBetter() ? actual().subtract(line) : line.subtract(actual());
    }

    BigDecimal gap() {
        return shortfall(target()).max(ZERO);
    }

    BigDecimal gapCount() {
        if (!isRatio()) {
            return shortfall(target());
        }
        BigDecimal share = indicator.get("unit").equals("%") ? target().divide(HUNDRED) : target();
        BigDecimal missing = share.multiply(sum().denominator).subtract(sum().numerator);
        return lowerIsBetter() ? missing.negate() : missing;
    }

    BigDecimal completionRate() {
        return isAtLeast() ? actual().multiply(HUNDRED).divide(target(), DIGITS) : null;
    }

    BigDecimal lag() {
        return expected() == null ? null : shortfall(expected());
    }

    /** Under 只增不减 the worst of the city's own and its counties'. */
    BigDecimal lagPoints() {
        BigDecimal own = lag() == null || target().signum() == 0
                ? null
                : lag().multiply(HUNDRED).divide(target(), DIGITS);
        return mustHoldEverywhere() ? everywhere().map(HandMadeCard::lagPoints).reduce(own, BigDecimal::max) : own;
    }

    private boolean mustHoldEverywhere() {
        return indicator.get("direction").equals("not-below-last-year") && reporters.size() > 1;
    }

    private Stream<HandMadeCard> everywhere() {
        return reporters.stream().map(region -> new HandMadeCard(indicator, figures, List.of(region)));
    }

    // ---- and what that is called ----

    private boolean isMet() {
        return shortfall(target()).signum() <= 0
                && (!mustHoldEverywhere() || everywhere().allMatch(HandMadeCard::isMet));
    }

    String status() {
        boolean quantityAtLeast = isAtLeast() && !isRatio();
        if (!isJudged()) {
            return quantityAtLeast && isMet() ? "achieved" : "not_due";
        }
        String light = light();
        boolean green = light.equals("achieved") || light.equals("on_track");
        boolean stands = reported() == reporters.size() || quantityAtLeast || missing() == 0 && isShare();
        return green && !stands ? "unknown" : light;
    }

    private boolean isShare() {
        return indicator.get("ratio") instanceof Map<?, ?> ratio
                && ratio.get("share").equals(true);
    }

    private String light() {
        if (isMet()) {
            return isFlow() && !isAtLeast() && !isDue() ? "on_track" : "achieved";
        }
        if (isDue()) {
            return "missed";
        }
        BigDecimal points = lagPoints();
        if (points != null && points.compareTo(decimal("15")) >= 0) {
            return "far_behind";
        }
        boolean unexcused = points == null || expected().compareTo(target()) == 0;
        return unexcused || points.compareTo(decimal("5")) >= 0 ? "behind" : "on_track";
    }
}
