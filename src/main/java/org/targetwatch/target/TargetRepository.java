package org.targetwatch.target;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Series;

@ApplicationScoped
class TargetRepository implements PanacheRepositoryBase<TargetEntity, TargetEntity.Key> {
    private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

    /** Newest first, of at least the wanted series: asking by two lists is one query, whatever their number. */
    Map<Series, List<Decision>> decisions(Plan plan, Collection<Series> wanted, @Nullable Instant knownAt) {
        List<String> regions = wanted.stream().map(Series::region).distinct().toList();
        List<String> indicators =
                wanted.stream().map(Series::indicator).distinct().toList();
        return find(
                        "plan = ?1 and region in ?2 and indicator in ?3 and recordedAt <= ?4",
                        Sort.descending("number"),
                        plan.code(),
                        regions,
                        indicators,
                        knownAt == null ? FOREVER : knownAt)
                .stream()
                .filter(entity -> plan.indicator(entity.indicator).isPresent())
                .collect(groupingBy(TargetEntity::series, mapping(entity -> entity.toDecision(plan), toList())));
    }

    boolean holds(String plan) {
        return TargetRow.TABLE.holds(getSession(), plan);
    }

    /** Every decision as it is kept, by region, indicator and number. */
    void each(String plan, Consumer<KeptDecision> consumer) {
        TargetRow.TABLE.each(getSession(), plan, consumer);
    }

    void insert(String plan, Collection<KeptDecision> decisions) {
        TargetRow.TABLE.insert(getSession(), plan, decisions);
    }

    /** Makes the decisions about one series queue up until this transaction ends. */
    void lock(String plan, Series series) {
        getEntityManager()
                .createNativeQuery("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))::text", String.class)
                .setParameter("key", String.join("/", "target", plan, series.indicator(), series.region()))
                .getSingleResult();
    }
}
