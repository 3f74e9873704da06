package org.targetwatch.page.slip;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Exact;
import org.targetwatch.page.Light;
import org.targetwatch.page.Links;
import org.targetwatch.page.Names;
import org.targetwatch.page.Shown;
import org.targetwatch.supervision.Act;
import org.targetwatch.supervision.Finding;
import org.targetwatch.supervision.Jump;
import org.targetwatch.supervision.Slip;
import org.targetwatch.web.Language;

/**
 * One slip in the reader's language.
 *
 * @param line as in the list
 * @param thenMonth the month whose card opened it
 * @param now how the card stands now; null without one
 * @param shares who holds most of the gap, of the regions below
 * @param jumps what is to be looked at before it is settled; empty for those who do not decide
 * @param seen how many steps there are: what is done is done to these
 */
record SlipView(
        String plan,
        SlipLine line,
        String indicatorHref,
        String boardHref,
        String cause,
        boolean ongoing,
        String thenMonth,
        @Nullable String nowMonth,
        @Nullable Light now,
        List<FindingRow> findings,
        List<Share> shares,
        List<String> jumps,
        List<Round> rounds,
        List<Entry> history,
        int seen,
        Can can,
        SlipSaid said) {

    record Share(String href, String name, String count) {}

    /** @param number of the round, from 1 */
    record Round(int number, @Nullable Entry reply, List<File> files, @Nullable Entry decision) {}

    /** A file that can be taken along. */
    record File(String href, String name, String recorded) {}

    /**
     * A step.
     *
     * @param until with its word; null where the step set no day
     */
    record Entry(
            String act,
            String word,
            @Nullable String reason,
            @Nullable String measure,
            @Nullable String until,
            String moment,
            String by) {}

    /**
     * What this reader can do to the slip as it stands.
     *
     * @param onBehalf whether it would be for a region whose turn it is
     * @param today the first day that may be promised or asked for
     * @param due the day by which another reply is owed when nobody says another
     * @param limit how large files may be together, in MB
     */
    record Can(
            boolean reply,
            boolean onBehalf,
            boolean attach,
            boolean accept,
            boolean sendBack,
            boolean close,
            LocalDate today,
            String due,
            String limit) {
        public boolean decide() {
            return accept || sendBack || close;
        }
    }

    static SlipView of(
            Plan plan, Slip slip, Optional<Finding> now, Can can, boolean decides, SlipSaid said, Speaker speaker) {
        return new Maker(plan, slip, speaker).view(now, can, decides, said);
    }

    private record Maker(Plan plan, Slip slip, Speaker speaker) {
        SlipView view(Optional<Finding> now, Can can, boolean decides, SlipSaid said) {
            Finding then = slip.opening().finding();
            String region = slip.opening().series().region();
            return new SlipView(
                    plan.code(),
                    SlipLine.of(plan, slip, can.today(), links(), language()),
                    links().indicator(indicator().code(), region),
                    links().board(region),
                    slip.opening().cause().words().in(language()),
                    slip.isOpen(),
                    Shown.month(then.period(), language()),
                    now.map(finding -> Shown.month(finding.period(), language()))
                            .orElse(null),
                    now.map(finding -> Light.of(finding.status(), language())).orElse(null),
                    FindingRow.of(then, now, indicator().measure(), language()),
                    slip.opening().shares().stream().map(this::share).toList(),
                    decides && slip.isOpen() ? jumps() : List.of(),
                    rounds(),
                    slip.steps().stream().map(speaker::entry).toList(),
                    slip.steps().size(),
                    can,
                    said);
        }

        private Links links() {
            return speaker.links();
        }

        private Language language() {
            return speaker.language();
        }

        private Indicator indicator() {
            return plan.requireIndicator(slip.opening().series().indicator());
        }

        private Share share(org.targetwatch.supervision.Share share) {
            return new Share(
                    links().indicator(indicator().code(), share.region()),
                    Names.of(plan, share.region(), language()),
                    Shown.count(
                            Exact.of(share.count()), Shown.counted(indicator().measure()), language()));
        }

        private List<String> jumps() {
            return slip.steps(Act.JUMPED)
                    .flatMap(step -> Jump.noted(step).stream())
                    .map(jump -> jump.words().in(language()))
                    .toList();
        }

        private List<Round> rounds() {
            List<SlipRound> rounds = SlipRound.of(slip);
            return rounds.stream()
                    .map(round -> new Round(
                            rounds.indexOf(round) + 1,
                            Optional.ofNullable(round.reply())
                                    .map(speaker::entry)
                                    .orElse(null),
                            round.files().stream()
                                    .map(step -> speaker.file(slip, step))
                                    .toList(),
                            Optional.ofNullable(round.decision())
                                    .map(speaker::entry)
                                    .orElse(null)))
                    .toList();
        }
    }
}
