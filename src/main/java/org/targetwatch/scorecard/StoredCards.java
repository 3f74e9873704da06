package org.targetwatch.scorecard;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Figures;
import org.targetwatch.figure.Revision;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.target.TargetTimeline;
import org.targetwatch.target.Targets;

/** The cards as stored. */
record StoredCards(CardStore store, Figures figures, Targets targets, Plan plan, LocalDate today) implements PlanCards {
    @Override
    public List<Card> ofRegion(String region) {
        return store.of(plan.code(), region).stream()
                .filter(card -> plan.indicators().containsKey(card.indicator()))
                .toList();
    }

    @Override
    public List<Card> history(String indicator, String region) {
        return store.history(plan.code(), indicator, region);
    }

    @Override
    public List<Card> ofPeriod(String indicator, Collection<String> regions, Period period) {
        return store.of(plan.code(), indicator, regions, period);
    }

    @Override
    public List<Card> at(Map<String, Period> periods, Collection<String> regions) {
        return store.at(plan.code(), periods, regions);
    }

    @Override
    public List<Glance> glances(Map<String, Period> periods, Collection<String> regions) {
        return store.glances(plan.code(), periods, regions);
    }

    @Override
    public Map<Series, TargetTimeline> targets(Collection<Series> series) {
        return targets.timelines(plan, series, null);
    }

    @Override
    public List<Revision> revisions(Series series) {
        return figures.revisions(plan.code(), series, null);
    }

    @Override
    public Map<String, Period> lastComplete() {
        return store.lastComplete(plan.code(), plan.region());
    }
}
