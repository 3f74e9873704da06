package org.targetwatch.archive;

import java.util.List;
import java.util.function.Consumer;
import org.targetwatch.measure.Series;
import org.targetwatch.progress.Status;
import org.targetwatch.supervision.Cause;
import org.targetwatch.supervision.Finding;
import org.targetwatch.supervision.Share;
import org.targetwatch.supervision.Slip.Opening;
import org.targetwatch.supervision.SlipArchive;

/** What each slip was opened for. */
record SlipSection(SlipArchive slips) implements Section<Opening> {
    @Override
    public String type() {
        return "slip";
    }

    @Override
    public void each(String plan, Consumer<Opening> consumer) {
        slips.eachOpening(plan, consumer);
    }

    @Override
    public Line write(Opening opening, Line line) {
        Finding finding = opening.finding();
        return line.with("number", opening.number())
                .with("indicator", opening.series().indicator())
                .with("region", opening.series().region())
                .with(
                        "offices",
                        opening.offices().stream().map(SlipSection::office).toList())
                .with("cause", opening.cause())
                .with("period", finding.period())
                .with("status", finding.status())
                .with("actual", finding.actual())
                .with("target", finding.target())
                .with("expected", finding.expected())
                .with("gap", finding.gap())
                .with("gapCount", finding.gapCount())
                .with("lagPoints", finding.lagPoints())
                .with(
                        "shares",
                        opening.shares().stream().map(SlipSection::share).toList());
    }

    private static Line office(String name) {
        return new Line().with("name", name);
    }

    private static Line share(Share share) {
        return new Line().with("region", share.region()).with("count", share.count());
    }

    @Override
    public Opening read(String plan, Fields fields) {
        return new Opening(
                plan,
                fields.number("number"),
                new Series(fields.text("indicator"), fields.text("region")),
                fields.list("offices", office -> office.text("name")),
                fields.word("cause", Cause.class),
                new Finding(
                        fields.period("period"),
                        fields.word("status", Status.class),
                        fields.optionalDecimal("actual"),
                        fields.optionalDecimal("target"),
                        fields.optionalDecimal("expected"),
                        fields.optionalDecimal("gap"),
                        fields.optionalDecimal("gapCount"),
                        fields.optionalDecimal("lagPoints")),
                fields.list("shares", share -> new Share(share.text("region"), share.decimal("count"))));
    }

    @Override
    public void restore(String plan, List<Opening> records) {
        slips.restoreOpenings(plan, records);
    }
}
