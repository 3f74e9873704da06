package org.targetwatch.page;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.targetwatch.figure.FigureState;
import org.targetwatch.figure.Revision;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Measure;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/** One state that a figure had: what, since when, by whom, and why. */
public record RevisionView(
        String period,
        String amount,
        String state,
        String recordedAt,
        String recordedBy,
        @Nullable String note,
        @Nullable String reason,
        String fingerprint) {
    private static final int DIGITS = 12;

    public static RevisionView of(Revision revision, Measure measure, ZoneId zone, Language language) {
        return new RevisionView(
                Shown.month(revision.figure().period(), language),
                amount(revision.figure().amount(), measure, language),
                word(revision.state()).in(language),
                Shown.moment(revision.recordedAt(), zone),
                revision.recordedBy(),
                revision.figure().note(),
                revision.entry().reason(),
                revision.fingerprint().substring(0, DIGITS));
    }

    public static String amount(Amount amount, Measure measure, Language language) {
        return amount instanceof Amount.Ratio ratio
                ? Shown.number(ratio.numerator()) + " / " + Shown.number(ratio.denominator())
                : Shown.value(Exact.of(((Amount.Quantity) amount).value()), measure.unit(), language);
    }

    public static Text word(FigureState state) {
        return switch (state) {
            case PROVISIONAL -> new Text(state.chinese(), "reported");
            case ACCEPTED -> new Text(state.chinese(), "accepted");
            case RETURNED -> new Text(state.chinese(), "returned");
            case WITHDRAWN -> new Text(state.chinese(), "withdrawn");
        };
    }
}
