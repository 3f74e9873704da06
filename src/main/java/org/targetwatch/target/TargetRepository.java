package org.targetwatch.target;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Series;
import org.targetwatch.rows.Rows;

@ApplicationScoped
class TargetRepository implements PanacheRepositoryBase<TargetEntity, TargetEntity.Key> {
    private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final String DECISIONS =
            """
            SELECT * FROM target WHERE plan = ? AND region = ANY (?) AND indicator = ANY (?)
            AND recorded_at <= ? ORDER BY number DESC""";

    /** Newest first, of at least the wanted series: asking by two arrays is one query, whatever their number. */
    Map<Series, List<Decision>> decisions(Plan plan, Collection<Series> wanted, @Nullable Instant knownAt) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Instant until = knownAt == null ? FOREVER : knownAt;
        return getSession()
                .doReturningWork(connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(DECISIONS)) {
                        statement.setString(1, plan.code());
                        statement.setArray(2, texts(connection, wanted, Series::region));
                        statement.setArray(3, texts(connection, wanted, Series::indicator));
                        statement.setObject(4, until.atOffset(ZoneOffset.UTC));
                        return Rows.read(statement, TargetRow::read);
                    }
                })
                .stream()
                .filter(kept -> plan.indicator(kept.series().indicator()).isPresent())
                .collect(groupingBy(KeptDecision::series, mapping(kept -> decision(plan, kept), toList())));
    }

    private static Decision decision(Plan plan, KeptDecision kept) {
        return TargetEntity.from(plan.code(), kept).toDecision(plan);
    }

    private static Array texts(Connection connection, Collection<Series> wanted, Function<Series, String> part)
            throws SQLException {
        return connection.createArrayOf(
                "text", wanted.stream().map(part).distinct().toArray());
    }

    /** Those of {@code indicators} about which anything was ever decided. */
    List<String> decided(String plan, Set<String> indicators) {
        return getSession()
                .createQuery(
                        "SELECT DISTINCT indicator FROM TargetEntity WHERE plan = :plan AND indicator IN :indicators",
                        String.class)
                .setParameter("plan", plan)
                .setParameter("indicators", indicators)
                .getResultList();
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
