package org.targetwatch.target;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.targetwatch.audit.Facts;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.progress.Direction;
import org.targetwatch.progress.Target;

/** One decision about one region's target; values in base units. */
@Entity
@Immutable
@Table(name = "target")
@IdClass(TargetEntity.Key.class)
class TargetEntity {
    record Key(String plan, String region, String indicator, int number) implements Serializable {}

    @Id
    String plan;

    @Id
    String region;

    @Id
    String indicator;

    /** 1 for the first decision of the series; what {@code If-Match} is compared with. */
    @Id
    int number;

    @Column(name = "effective_from")
    int effectiveFrom;

    @Nullable
    BigDecimal value;

    @Nullable
    BigDecimal stretch;

    @Nullable
    BigDecimal low;

    @Nullable
    BigDecimal high;

    @Nullable
    BigDecimal baseline;

    @JdbcTypeCode(SqlTypes.JSON)
    JsonNode trajectory;

    String reason;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    static TargetEntity from(String plan, Series series, Decision decision) {
        TargetEntity entity = new TargetEntity();
        entity.plan = plan;
        entity.region = series.region();
        entity.indicator = series.indicator();
        entity.number = decision.number();
        entity.effectiveFrom = decision.from().index();
        entity.setDirection(decision.target().direction());
        entity.baseline = decimal(decision.target().baseline());
        entity.trajectory = TrajectoryForm.write(decision.target().trajectory(), number -> number);
        entity.reason = decision.reason();
        entity.recordedAt = decision.recordedAt();
        entity.recordedBy = decision.recordedBy();
        return entity;
    }

    static TargetEntity from(String plan, KeptDecision kept) {
        TargetEntity entity = new TargetEntity();
        entity.plan = plan;
        entity.region = kept.series().region();
        entity.indicator = kept.series().indicator();
        entity.number = kept.number();
        entity.effectiveFrom = kept.from().index();
        entity.value = kept.value();
        entity.stretch = kept.stretch();
        entity.low = kept.low();
        entity.high = kept.high();
        entity.baseline = kept.baseline();
        entity.trajectory = kept.trajectory();
        entity.reason = kept.reason();
        entity.recordedAt = kept.recordedAt();
        entity.recordedBy = kept.recordedBy();
        return entity;
    }

    private void setDirection(Direction direction) {
        if (direction instanceof Direction.AtLeast atLeast) {
            value = decimal(atLeast.value());
            stretch = decimal(atLeast.stretch());
        } else if (direction instanceof Direction.AtMost atMost) {
            value = decimal(atMost.value());
        } else if (direction instanceof Direction.Between between) {
            low = decimal(between.low());
            high = decimal(between.high());
        }
    }

    private static @Nullable BigDecimal decimal(@Nullable Exact number) {
        return number == null ? null : number.rounded();
    }

    /** What the audit trail says of it. */
    Facts facts() {
        return Facts.of("number", number)
                .and("effectiveFrom", Period.ofIndex(effectiveFrom))
                .and("value", value)
                .and("stretch", stretch)
                .and("low", low)
                .and("high", high)
                .and("baseline", baseline)
                .and("trajectory", trajectory)
                .and("reason", reason);
    }

    Series series() {
        return new Series(indicator, region);
    }

    Decision toDecision(Plan plan) {
        Indicator definition = plan.indicator(indicator).orElseThrow();
        return new Decision(
                number,
                Period.ofIndex(effectiveFrom),
                toTarget(definition, region.equals(plan.region())),
                reason,
                recordedAt,
                recordedBy);
    }

    /** The floor stays the catalogue's: it is set from above, not decided by the region. */
    private Target toTarget(Indicator definition, boolean top) {
        boolean floorHolds = top || definition.rules().measure().isRatio();
        return new Target(
                direction(definition.target().direction()),
                TrajectoryForm.read(trajectory, number -> number).orElseThrow(),
                exact(baseline),
                floorHolds ? definition.target().floor() : null);
    }

    private Direction direction(Direction promised) {
        return switch (promised.sense()) {
            case AT_LEAST -> new Direction.AtLeast(required(value), exact(stretch));
            case AT_MOST -> new Direction.AtMost(required(value));
            case BETWEEN -> new Direction.Between(required(low), required(high));
            case NOT_BELOW_LAST_YEAR, NOT_ABOVE_LAST_YEAR -> promised;
        };
    }

    private static Exact required(@Nullable BigDecimal number) {
        return Optional.ofNullable(number).map(Exact::of).orElseThrow();
    }

    private static @Nullable Exact exact(@Nullable BigDecimal number) {
        return number == null ? null : Exact.of(number);
    }
}
