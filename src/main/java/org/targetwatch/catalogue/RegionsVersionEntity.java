package org.targetwatch.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What {@code regions.yaml} said, in the form of {@link Seeds}. */
@Entity
@Immutable
@Table(name = "regions_version")
class RegionsVersionEntity {
    /** From 1, without gaps. */
    @Id
    int version;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    JsonNode content;

    Regions toRegions() {
        return Seeds.regions("regions_version " + version, content);
    }
}
