package org.targetwatch.archive;

import java.util.List;
import java.util.function.Consumer;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.measure.Series;
import org.targetwatch.target.KeptDecision;
import org.targetwatch.target.Targets;

/** Every decision about targets. */
record TargetSection(Catalogue catalogue, Targets targets) implements Section<KeptDecision> {
    @Override
    public String type() {
        return "target";
    }

    @Override
    public void each(String plan, Consumer<KeptDecision> consumer) {
        targets.each(plan, consumer);
    }

    @Override
    public Line write(KeptDecision decision, Line line) {
        return line.with("region", decision.series().region())
                .with("indicator", decision.series().indicator())
                .with("number", decision.number())
                .with("effectiveFrom", decision.from())
                .with("value", decision.value())
                .with("stretch", decision.stretch())
                .with("low", decision.low())
                .with("high", decision.high())
                .with("baseline", decision.baseline())
                .with("trajectory", decision.trajectory())
                .with("reason", decision.reason())
                .with("recordedAt", decision.recordedAt())
                .with("recordedBy", decision.recordedBy());
    }

    @Override
    public KeptDecision read(String plan, Fields fields) {
        return new KeptDecision(
                new Series(fields.text("indicator"), fields.text("region")),
                fields.number("number"),
                fields.period("effectiveFrom"),
                fields.optionalDecimal("value"),
                fields.optionalDecimal("stretch"),
                fields.optionalDecimal("low"),
                fields.optionalDecimal("high"),
                fields.optionalDecimal("baseline"),
                fields.json("trajectory"),
                fields.text("reason"),
                fields.moment("recordedAt"),
                fields.text("recordedBy"));
    }

    @Override
    public void restore(String plan, List<KeptDecision> decisions) {
        targets.restore(catalogue.require(plan), decisions);
    }
}
