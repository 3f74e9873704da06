package org.targetwatch.archive;

import java.util.List;
import java.util.function.Consumer;
import org.targetwatch.figure.KeptBatch;
import org.targetwatch.figure.RevisionArchive;
import org.targetwatch.figure.Signatures;

/** Who sent figures, on which day, and who answers for them. */
record BatchSection(RevisionArchive revisions) implements Section<KeptBatch> {
    @Override
    public String type() {
        return "batch";
    }

    @Override
    public void each(String plan, Consumer<KeptBatch> consumer) {
        revisions.eachBatch(plan, consumer);
    }

    @Override
    public Line write(KeptBatch batch, Line line) {
        return line.with("id", batch.id())
                .with("recordedAt", batch.recordedAt())
                .with("recordedBy", batch.recordedBy())
                .with("receivedOn", batch.receivedOn())
                .with("preparedBy", batch.signatures().preparedBy())
                .with("checkedBy", batch.signatures().checkedBy())
                .with("approvedBy", batch.signatures().approvedBy())
                .with("asOf", batch.signatures().asOf());
    }

    @Override
    public KeptBatch read(String plan, Fields fields) {
        return new KeptBatch(
                fields.id("id"),
                fields.moment("recordedAt"),
                fields.text("recordedBy"),
                new Signatures(
                        fields.optionalText("preparedBy"),
                        fields.optionalText("checkedBy"),
                        fields.optionalText("approvedBy"),
                        fields.optionalDay("asOf")),
                fields.optionalDay("receivedOn"));
    }

    @Override
    public void restore(String plan, List<KeptBatch> batches) {
        revisions.restoreBatches(plan, batches);
    }
}
