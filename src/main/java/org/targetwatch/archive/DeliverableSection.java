package org.targetwatch.archive;

import java.util.List;
import java.util.function.Consumer;
import org.targetwatch.figure.DeliverableReport;
import org.targetwatch.figure.DeliverableReport.Revision;
import org.targetwatch.figure.DeliverableState;
import org.targetwatch.figure.Deliverables;
import org.targetwatch.figure.Deliverables.Reported;

/** Everything that was said about deliverables. */
record DeliverableSection(Deliverables deliverables) implements Section<Reported> {
    @Override
    public String type() {
        return "deliverable";
    }

    @Override
    public void each(String plan, Consumer<Reported> consumer) {
        deliverables.each(plan, consumer);
    }

    @Override
    public Line write(Reported reported, Line line) {
        Revision revision = reported.revision();
        DeliverableReport report = revision.report();
        return line.with("deliverable", reported.deliverable())
                .with("number", revision.number())
                .with("state", report.state())
                .with("doneOn", report.doneOn())
                .with("evidence", report.evidence())
                .with("note", report.note())
                .with("recordedAt", revision.recordedAt())
                .with("recordedBy", revision.recordedBy());
    }

    @Override
    public Reported read(String plan, Fields fields) {
        DeliverableReport report = new DeliverableReport(
                fields.word("state", DeliverableState.class),
                fields.optionalDay("doneOn"),
                fields.optionalText("evidence"),
                fields.optionalText("note"));
        return new Reported(
                fields.text("deliverable"),
                new Revision(fields.number("number"), report, fields.moment("recordedAt"), fields.text("recordedBy")));
    }

    @Override
    public void restore(String plan, List<Reported> reported) {
        deliverables.restore(plan, reported);
    }
}
