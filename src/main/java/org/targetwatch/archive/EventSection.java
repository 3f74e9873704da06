package org.targetwatch.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.targetwatch.audit.AuditEvent;
import org.targetwatch.audit.Facts;
import org.targetwatch.audit.Subject;
import org.targetwatch.audit.TrailArchive;

/** Who changed what in the plan. What happened to the plan as a whole is the server's own story and stays there. */
record EventSection(TrailArchive trail) implements Section<AuditEvent> {
    @Override
    public String type() {
        return "event";
    }

    @Override
    public void each(String plan, Consumer<AuditEvent> consumer) {
        trail.each(plan, consumer);
    }

    @Override
    public Line write(AuditEvent event, Line line) {
        return line.with("seq", event.seq())
                .with("act", event.act())
                .with("subject", node(event.subject().named()))
                .with("details", node(event.details()))
                .with("recordedAt", event.recordedAt())
                .with("recordedBy", event.recordedBy())
                .with("hash", event.hash());
    }

    private static JsonNode node(Facts facts) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        facts.named().forEach(node::put);
        return node;
    }

    @Override
    public AuditEvent read(String plan, Fields fields) {
        return new AuditEvent(
                fields.whole("seq"),
                fields.text("act"),
                new Subject(plan, plan, facts("subject", fields)),
                facts("details", fields),
                fields.moment("recordedAt"),
                fields.text("recordedBy"),
                fields.hash("hash"));
    }

    private static Facts facts(String name, Fields fields) {
        return Facts.parse(fields.json(name).toString()).orElseThrow(() -> fields.unfit(name));
    }

    @Override
    public void restore(String plan, List<AuditEvent> events) {
        trail.restore(plan, events);
    }
}
