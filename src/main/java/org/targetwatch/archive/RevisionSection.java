package org.targetwatch.archive;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.targetwatch.figure.Act;
import org.targetwatch.figure.Entry;
import org.targetwatch.figure.Figure;
import org.targetwatch.figure.FigureState;
import org.targetwatch.figure.KeptRevision;
import org.targetwatch.figure.Quality;
import org.targetwatch.figure.Revision;
import org.targetwatch.figure.RevisionArchive;
import org.targetwatch.figure.Signatures;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Amount.Quantity;
import org.targetwatch.measure.Amount.Ratio;

/** Every state of every figure: the chains of all regions. */
record RevisionSection(RevisionArchive revisions) implements Section<KeptRevision> {
    @Override
    public String type() {
        return "revision";
    }

    @Override
    public void each(String plan, Consumer<KeptRevision> consumer) {
        revisions.each(plan, consumer);
    }

    @Override
    public Line write(KeptRevision kept, Line line) {
        Revision revision = kept.revision();
        Figure figure = revision.figure();
        line.with("region", figure.region())
                .with("seq", revision.seq())
                .with("indicator", figure.indicator())
                .with("period", figure.period());
        return writeAmount(figure.amount(), line)
                .with("quality", figure.quality())
                .with("note", figure.note())
                .with("state", revision.state())
                .with("reason", revision.entry().reason())
                .with("batch", kept.batch())
                .with("recordedAt", revision.recordedAt())
                .with("recordedBy", revision.recordedBy())
                .with("hash", revision.hash());
    }

    private static Line writeAmount(Amount amount, Line line) {
        return amount instanceof Ratio ratio
                ? line.with("numerator", ratio.numerator()).with("denominator", ratio.denominator())
                : line.with("value", ((Quantity) amount).value());
    }

    @Override
    public KeptRevision read(String plan, Fields fields) {
        Act act = new Act(plan, fields.text("recordedBy"), null, Signatures.NONE);
        Entry entry =
                new Entry(readFigure(fields), fields.word("state", FigureState.class), fields.optionalText("reason"));
        return new KeptRevision(
                fields.id("batch"),
                new Revision(fields.whole("seq"), entry, act, fields.moment("recordedAt"), fields.hash("hash")));
    }

    private static Figure readFigure(Fields fields) {
        return new Figure(
                fields.text("indicator"),
                fields.text("region"),
                fields.period("period"),
                readAmount(fields),
                fields.word("quality", Quality.class),
                fields.optionalText("note"));
    }

    private static Amount readAmount(Fields fields) {
        @Nullable BigDecimal value = fields.optionalDecimal("value");
        @Nullable BigDecimal numerator = fields.optionalDecimal("numerator");
        @Nullable BigDecimal denominator = fields.optionalDecimal("denominator");
        if (value != null && numerator == null && denominator == null) {
            return new Quantity(value);
        }
        if (value != null || numerator == null || denominator == null || denominator.signum() <= 0) {
            throw fields.unfit("value");
        }
        return new Ratio(numerator, denominator);
    }

    @Override
    public void restore(String plan, List<KeptRevision> records) {
        revisions.restore(plan, records);
    }
}
