package org.targetwatch.metrics;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.metrics.CardGauges.CardLines;
import org.targetwatch.metrics.Snapshot.PlanState;
import org.targetwatch.scorecard.Card;

/** The next state of a plan: the one before, with the cards that changed. Where nothing did, it stays the same object. */
final class PlanDraft {
    private final PlanState before;
    private final Map<String, Period> current;
    private final CardGauges gauges;
    private Map<Series, CardLines> cards;
    private Map<Series, Boolean> reports;

    /** @param current of every indicator that may appear */
    PlanDraft(PlanState before, Map<String, Period> current, CardGauges gauges) {
        this.before = before;
        this.current = current;
        this.gauges = gauges;
        this.cards = before.cards();
        this.reports = before.reports();
        Set<String> moved = moved().keySet();
        if (!moved.isEmpty()) {
            begin();
            cards.keySet().removeIf(series -> moved.contains(series.indicator()));
            reports.keySet().removeIf(series -> moved.contains(series.indicator()));
        }
    }

    /** Copies what is about to change. */
    private void begin() {
        if (!isBegun()) {
            cards = new HashMap<>(before.cards());
            reports = new HashMap<>(before.reports());
        }
    }

    private boolean isBegun() {
        return cards != before.cards();
    }

    /** The indicators of which another period is current than before: all their cards are wanted. */
    Map<String, Period> moved() {
        return periods(false);
    }

    /** The others: of these, only the cards that were written since. */
    Map<String, Period> stayed() {
        return periods(true);
    }

    private Map<String, Period> periods(boolean same) {
        return current.entrySet().stream()
                .filter(entry -> entry.getValue().equals(before.current().get(entry.getKey())) == same)
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void put(Card card) {
        begin();
        Plan plan = before.plan();
        Indicator indicator = plan.indicator(card.indicator()).orElseThrow();
        cards.remove(card.series());
        reports.remove(card.series());
        if (card.isExpected() && before.shown().contains(card.region())) {
            cards.put(card.series(), gauges.lines(card, indicator));
        }
        if (card.isExpected() && plan.reports(card.region(), indicator) && indicator.isReportedIn(card.period())) {
            reports.put(card.series(), card.tally().coverage().allReported());
        }
    }

    PlanState state() {
        return isBegun()
                ? new PlanState(before.plan(), before.shown(), current, cards, reports, before.slips())
                : before;
    }
}
