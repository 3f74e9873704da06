package org.targetwatch.intake;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.stream.Stream;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.catalogue.Relation;
import org.targetwatch.figure.Exempt;
import org.targetwatch.figure.Exemptions;
import org.targetwatch.figure.Figure;
import org.targetwatch.figure.Figures;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.target.Targets;

/** Reads what figures are looked at beside: three statements, whatever their number. */
@ApplicationScoped
class Surroundings {
    private final Figures figures;
    private final Targets targets;
    private final Exemptions exemptions;

    Surroundings(Figures figures, Targets targets, Exemptions exemptions) {
        this.figures = figures;
        this.targets = targets;
        this.exemptions = exemptions;
    }

    /** Everything that counts of {@code wanted}, and of what their indicators are related to. */
    @Transactional
    Standing of(Plan plan, Collection<Series> wanted) {
        Set<Series> all = wanted.stream()
                .flatMap(series -> Stream.concat(Stream.of(series), related(plan, series)))
                .collect(toSet());
        Map<Series, NavigableMap<Period, Figure>> counting = figures.counting(plan.code(), all);
        Exempt exempt = exemptions.of(plan.code(), null);
        counting.forEach((series, byPeriod) -> byPeriod.keySet().removeIf(period -> exempt.is(series, period)));
        Set<Series> judged = wanted.stream()
                .flatMap(series -> Stream.of(series, new Series(series.indicator(), plan.region())))
                .collect(toSet());
        return new Standing(plan, counting, targets.timelines(plan, judged, null));
    }

    private static Stream<Series> related(Plan plan, Series series) {
        return plan.relations().stream()
                .filter(relation -> concerns(relation, series.indicator()))
                .flatMap(relation -> Stream.of(relation.part(), relation.whole()))
                .map(side -> new Series(side.indicator(), series.region()));
    }

    private static boolean concerns(Relation relation, String indicator) {
        return relation.part().indicator().equals(indicator)
                || relation.whole().indicator().equals(indicator);
    }
}
