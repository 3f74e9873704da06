package org.targetwatch.archive;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.catalogue.PlanVersion;

/** What was known of the plan and its regions, each time something new was learned. */
record PlanSection(Catalogue catalogue) implements Section<PlanVersion> {
    @Override
    public String type() {
        return "plan";
    }

    /** A server on which the plan was restored has learned the same twice. */
    @Override
    public void each(String plan, Consumer<PlanVersion> consumer) {
        @Nullable PlanVersion before = null;
        for (PlanVersion version : catalogue.versions(plan)) {
            if (before == null || !version.saysTheSameAs(before)) {
                consumer.accept(version);
            }
            before = version;
        }
    }

    @Override
    public Line write(PlanVersion version, Line line) {
        return line.with("recordedAt", version.recordedAt())
                .with("regions", version.regions())
                .with("content", version.content());
    }

    @Override
    public PlanVersion read(String plan, Fields fields) {
        return new PlanVersion(fields.moment("recordedAt"), fields.json("regions"), fields.json("content"));
    }

    @Override
    public void restore(String plan, List<PlanVersion> versions) {
        catalogue.restore(plan, versions);
    }
}
