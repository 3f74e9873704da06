package org.targetwatch.figure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.targetwatch.audit.Hash;
import org.targetwatch.figure.Closing.Closed;
import org.targetwatch.figure.Closing.Reopened;
import org.targetwatch.measure.Period;

/** One closing or reopening of a period. */
@Entity
@Immutable
@Table(name = "closing")
@IdClass(ClosingEntity.Key.class)
class ClosingEntity {
    record Key(String plan, long seq) implements Serializable {}

    @Id
    String plan;

    @Id
    long seq;

    int period;

    /** {@code closed} or {@code reopened}. */
    String act;

    /** Of a closing: the hash over its rows of {@code sealed_head}. */
    byte @Nullable [] heads;

    @Nullable
    String region;

    @Nullable
    LocalDate until;

    @Nullable
    String reason;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    byte[] hash;

    static ClosingEntity from(Closing closing) {
        ClosingEntity entity = new ClosingEntity();
        entity.plan = closing.plan();
        entity.seq = closing.seq();
        entity.period = closing.period().index();
        entity.setWhat(closing.what());
        entity.reason = closing.reason();
        entity.recordedAt = closing.recordedAt();
        entity.recordedBy = closing.recordedBy();
        entity.hash = closing.hash().bytes();
        return entity;
    }

    private void setWhat(Closing.What what) {
        act = what.act();
        if (what instanceof Closed closed) {
            heads = closed.heads().bytes();
        } else if (what instanceof Reopened reopened) {
            region = reopened.region();
            until = reopened.until();
        }
    }

    /** The way back, by plain JDBC: every post reads them. */
    static Closing read(ResultSet row) throws SQLException {
        byte[] heads = row.getBytes("heads");
        return new Closing(
                row.getString("plan"),
                row.getLong("seq"),
                Period.ofIndex(row.getInt("period")),
                heads == null
                        ? new Reopened(row.getString("region"), row.getObject("until", LocalDate.class))
                        : new Closed(Hash.of(heads)),
                row.getString("reason"),
                RevisionRow.instant(row, "recorded_at"),
                row.getString("recorded_by"),
                Hash.of(row.getBytes("hash")));
    }
}
