package org.targetwatch.figure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** One decision on whether an indicator applies to a region. */
@Entity
@Immutable
@Table(name = "exemption")
@IdClass(ExemptionEntity.Key.class)
class ExemptionEntity {
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

    boolean exempt;

    String reason;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    static ExemptionEntity from(String plan, Exemption exemption) {
        ExemptionEntity entity = new ExemptionEntity();
        entity.plan = plan;
        entity.region = exemption.region();
        entity.indicator = exemption.indicator();
        entity.number = exemption.number();
        entity.effectiveFrom = exemption.from().index();
        entity.exempt = exemption.exempt();
        entity.reason = exemption.reason();
        entity.recordedAt = exemption.recordedAt();
        entity.recordedBy = exemption.recordedBy();
        return entity;
    }
}
