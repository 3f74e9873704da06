package org.targetwatch.figure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.targetwatch.figure.DeliverableReport.Revision;
import org.targetwatch.measure.Coded;

/** One revision of what is said about a deliverable. */
@Entity
@Immutable
@Table(name = "deliverable_revision")
@IdClass(DeliverableEntity.Key.class)
class DeliverableEntity {
    record Key(String plan, String deliverable, int number) implements Serializable {}

    @Id
    String plan;

    @Id
    String deliverable;

    /** 1 for the first revision; what {@code If-Match} is compared with. */
    @Id
    int number;

    /** The code of a {@link DeliverableState}. */
    String state;

    @Column(name = "done_on")
    @Nullable
    LocalDate doneOn;

    @Nullable
    String evidence;

    @Nullable
    String note;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    static DeliverableEntity from(String plan, String deliverable, Revision revision) {
        DeliverableEntity entity = new DeliverableEntity();
        entity.plan = plan;
        entity.deliverable = deliverable;
        entity.number = revision.number();
        entity.state = revision.report().state().code();
        entity.doneOn = revision.report().doneOn();
        entity.evidence = revision.report().evidence();
        entity.note = revision.report().note();
        entity.recordedAt = revision.recordedAt();
        entity.recordedBy = revision.recordedBy();
        return entity;
    }

    String deliverable() {
        return deliverable;
    }

    Revision toRevision() {
        DeliverableState known = Coded.parse(DeliverableState.class, state).orElseThrow();
        return new Revision(number, new DeliverableReport(known, doneOn, evidence, note), recordedAt, recordedBy);
    }
}
