package org.targetwatch.bulletin;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.catalogue.Region;
import org.targetwatch.figure.Closing;
import org.targetwatch.figure.Figure;
import org.targetwatch.figure.ReportCalendar.RegionMonth;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.scorecard.Card;
import org.targetwatch.scorecard.Compared;
import org.targetwatch.scorecard.PlanCards;
import org.targetwatch.supervision.Slip;

/**
 * Everything a bulletin speaks of, read once, as it was known at one moment. Confidential indicators are left out here, so
 * they cannot get any further.
 *
 * @param today the business date at that moment
 * @param city the plan's own cards, in the order of its indicators
 * @param below the cards of the regions directly below, by indicator
 * @param current each indicator's current period; a later one is provisional
 * @param standing the last counting figure of each series up to the period
 * @param slips every one of the plan, open or settled
 * @param version of the catalogue
 */
record Reading(
        Plan plan,
        Period period,
        Instant knownAt,
        LocalDate today,
        ZoneId zone,
        Map<String, Progress> city,
        Map<String, List<Progress>> below,
        Map<String, Period> current,
        List<RegionMonth> months,
        Map<Series, Figure> standing,
        List<Closing> closings,
        List<Slip> slips,
        Corrections corrections,
        int version) {

    /** Reads the cards of the plan's own region and of those directly below it. */
    static Map<String, Progress> cityOf(PlanCards cards, Period period) {
        Map<String, Progress> city = new LinkedHashMap<>();
        common(cards.plan())
                .forEach(indicator -> progress(cards, indicator, cards.plan().region(), period)
                        .ifPresent(progress -> city.put(indicator.code(), progress)));
        return city;
    }

    static Map<String, List<Progress>> belowOf(PlanCards cards, Period period) {
        List<String> children = children(cards.plan());
        return common(cards.plan()).collect(toMap(Indicator::code, indicator -> children.stream()
                .flatMap(region -> progress(cards, indicator, region, period).stream())
                .toList()));
    }

    private static Optional<Progress> progress(PlanCards cards, Indicator indicator, String region, Period period) {
        Map<Period, Card> history =
                cards.history(indicator.code(), region).stream().collect(toMap(Card::period, card -> card));
        return Optional.ofNullable(history.get(period))
                .filter(Card::isExpected)
                .map(card -> new Progress(indicator, card, history.get(period.previous())));
    }

    /** What may stand in a paper that everybody reads. */
    static Stream<Indicator> common(Plan plan) {
        return plan.indicators().values().stream().filter(Predicate.not(Indicator::confidential));
    }

    /** Places before the bureau's own bodies, each in code order. */
    static List<String> children(Plan plan) {
        return plan.regions().children(plan.region()).stream()
                .sorted(Comparator.comparing((String code) -> !code.chars().allMatch(Character::isDigit))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Everything but the indicators that are nobody's business. */
    static Stream<String> reporters(Plan plan) {
        Stream<String> all =
                Stream.concat(Stream.of(plan.region()), children(plan).stream().flatMap(plan.regions()::selfAndBelow));
        return all.filter(region -> common(plan).anyMatch(indicator -> plan.reports(region, indicator)));
    }

    Collection<Progress> indicators() {
        return city.values();
    }

    Period current(Indicator indicator) {
        return current.getOrDefault(indicator.code(), period);
    }

    Compared compared(Progress progress) {
        return Compared.of(
                below.get(progress.indicator().code()).stream()
                        .map(Progress::card)
                        .toList(),
                progress.indicator());
    }

    /** The plan's own and all below it that lag, as they are told. */
    Stream<Progress> lagging() {
        return Stream.concat(city.values().stream(), city.keySet().stream().flatMap(code -> below.get(code).stream()))
                .filter(Progress::isBehind);
    }

    /** The code of one that the plan does not have any more. */
    String name(String region) {
        return plan.regions().find(region).map(Region::name).orElse(region);
    }

    boolean isCity(String region) {
        return region.equals(plan.region());
    }

    /** The first month after this one that can still be reported in time. */
    Period nextDue() {
        Period next = period.next();
        while (plan.dueDays().of(next).isBefore(today)) {
            next = next.next();
        }
        return next;
    }

    /** What was closed and reopened of the period, oldest first. */
    List<Closing> closingsOfPeriod() {
        return closings.stream()
                .filter(closing -> closing.period().equals(period))
                .toList();
    }

    /** The closing whose seal holds all of the period's figures; empty when it was not closed, or reopened since. */
    Optional<Closing> closing() {
        return closingsOfPeriod().stream()
                .reduce((earlier, later) -> later)
                .filter(closing -> closing.what() instanceof Closing.Closed);
    }
}
