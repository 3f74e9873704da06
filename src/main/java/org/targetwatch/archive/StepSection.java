package org.targetwatch.archive;

import java.util.List;
import java.util.function.Consumer;
import org.targetwatch.supervision.Act;
import org.targetwatch.supervision.SlipArchive;
import org.targetwatch.supervision.SlipArchive.KeptStep;
import org.targetwatch.supervision.Step;

/** What was done to slips. */
record StepSection(SlipArchive slips) implements Section<KeptStep> {
    @Override
    public String type() {
        return "step";
    }

    @Override
    public void each(String plan, Consumer<KeptStep> consumer) {
        slips.eachStep(plan, consumer);
    }

    @Override
    public Line write(KeptStep kept, Line line) {
        Step step = kept.step();
        return line.with("slip", kept.number())
                .with("seq", step.seq())
                .with("act", step.act())
                .with("reason", step.reason())
                .with("measure", step.measure())
                .with("until", step.until())
                .with("about", step.about())
                .with("day", step.day())
                .with("recordedAt", step.recordedAt())
                .with("recordedBy", step.recordedBy());
    }

    @Override
    public KeptStep read(String plan, Fields fields) {
        return new KeptStep(
                fields.number("slip"),
                new Step(
                        fields.number("seq"),
                        fields.word("act", Act.class),
                        fields.optionalText("reason"),
                        fields.optionalText("measure"),
                        fields.optionalDay("until"),
                        fields.optionalText("about"),
                        fields.day("day"),
                        fields.moment("recordedAt"),
                        fields.text("recordedBy")));
    }

    @Override
    public void restore(String plan, List<KeptStep> records) {
        slips.restoreSteps(plan, records);
    }
}
