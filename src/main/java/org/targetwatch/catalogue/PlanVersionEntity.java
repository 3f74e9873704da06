package org.targetwatch.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a plan file said, in the form of {@link Seeds}. */
@Entity
@Immutable
@Table(name = "plan_version")
@IdClass(PlanVersionEntity.Key.class)
class PlanVersionEntity {
    record Key(String plan, int version) implements Serializable {}

    @Id
    String plan;

    /** From 1 for each plan, without gaps, in the order of storing: {@code recordedAt} says which is the newest. */
    @Id
    int version;

    @Column(name = "regions_version")
    int regionsVersion;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    JsonNode content;

    Key key() {
        return new Key(plan, version);
    }

    PlanVersion toVersion(RegionsVersionEntity regions) {
        return new PlanVersion(recordedAt, regions.content, content);
    }

    Plan toPlan(Regions regions, int dueDay) {
        return Seeds.plan("plan_version " + plan + " " + version, content, regions, dueDay);
    }
}
