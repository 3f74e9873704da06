package org.targetwatch.archive;

import java.util.List;
import java.util.function.Consumer;
import org.targetwatch.figure.Exemption;
import org.targetwatch.figure.Exemptions;

/** Every decision on whether an indicator applies to a region. */
record ExemptionSection(Exemptions exemptions) implements Section<Exemption> {
    @Override
    public String type() {
        return "exemption";
    }

    @Override
    public void each(String plan, Consumer<Exemption> consumer) {
        exemptions.each(plan, consumer);
    }

    @Override
    public Line write(Exemption exemption, Line line) {
        return line.with("region", exemption.region())
                .with("indicator", exemption.indicator())
                .with("number", exemption.number())
                .with("effectiveFrom", exemption.from())
                .with("exempt", exemption.exempt())
                .with("reason", exemption.reason())
                .with("recordedAt", exemption.recordedAt())
                .with("recordedBy", exemption.recordedBy());
    }

    @Override
    public Exemption read(String plan, Fields fields) {
        return new Exemption(
                fields.text("indicator"),
                fields.text("region"),
                fields.number("number"),
                fields.period("effectiveFrom"),
                fields.flag("exempt"),
                fields.text("reason"),
                fields.moment("recordedAt"),
                fields.text("recordedBy"));
    }

    @Override
    public void restore(String plan, List<Exemption> records) {
        exemptions.restore(plan, records);
    }
}
