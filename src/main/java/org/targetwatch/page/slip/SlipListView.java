package org.targetwatch.page.slip;

import java.util.List;
import java.util.stream.Stream;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.page.Links;
import org.targetwatch.page.Names;
import org.targetwatch.page.Option;
import org.targetwatch.supervision.Digests;
import org.targetwatch.supervision.Slip;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/**
 * The slips of a plan in the reader's language.
 *
 * @param mine those with which it is the reader's turn
 * @param others the others that were asked for
 * @param more how many match beyond those listed
 */
record SlipListView(
        String plan,
        String title,
        String state,
        boolean onlyOverdue,
        List<Tab> tabs,
        List<Option> offices,
        List<Option> regions,
        List<SlipLine> mine,
        List<SlipLine> others,
        int more) {
    /** More are found by office or region. */
    private static final int MOST_SHOWN = 200;

    /** A way to look at the slips, and how many there are. */
    record Tab(String word, String href, long number, boolean chosen) {}

    static SlipListView of(Plan plan, List<SlipTurn> turns, SlipWish wish, Links links, Language language) {
        return new Maker(plan, turns, wish, links, language).view();
    }

    private record Maker(Plan plan, List<SlipTurn> turns, SlipWish wish, Links links, Language language) {
        SlipListView view() {
            SlipShow show = SlipShow.of(wish.state);
            List<SlipTurn> wanted = turns.stream()
                    .filter(turn -> isWanted(turn) && show.takes(turn.slip()))
                    .sorted(SlipTurn.ORDER)
                    .toList();
            List<SlipTurn> shown = wanted.stream().limit(MOST_SHOWN).toList();
            return new SlipListView(
                    plan.code(),
                    new Text(plan.name(), plan.english()).in(language),
                    show.code(),
                    wish.isOfOverdue(),
                    Stream.of(SlipShow.values()).map(one -> tab(one, show)).toList(),
                    offices(),
                    regions(),
                    lines(shown, true),
                    lines(shown, false),
                    wanted.size() - shown.size());
        }

        private boolean isWanted(SlipTurn turn) {
            Slip.Opening opening = turn.slip().opening();
            return (wish.isOfAnyOffice() || opening.offices().contains(wish.office))
                    && (wish.isOfAnyRegion() || opening.series().region().equals(wish.region))
                    && (!wish.isOfOverdue() || turn.isOverdue());
        }

        private Tab tab(SlipShow one, SlipShow chosen) {
            return new Tab(
                    one.word().in(language),
                    wish.address().with("state", one.code()).toString(),
                    turns.stream()
                            .filter(turn -> isWanted(turn) && one.takes(turn.slip()))
                            .count(),
                    one == chosen);
        }

        private List<Option> offices() {
            return Digests.offices(plan).stream()
                    .map(office -> new Option(office, office, office.equals(wish.office)))
                    .toList();
        }

        private List<Option> regions() {
            return plan.seenRegions()
                    .map(region -> new Option(region, Names.of(plan, region, language), region.equals(wish.region)))
                    .toList();
        }

        private List<SlipLine> lines(List<SlipTurn> shown, boolean mine) {
            return shown.stream()
                    .filter(turn -> turn.mine() == mine)
                    .map(turn -> SlipLine.of(plan, turn.slip(), turn.today(), links, language))
                    .toList();
        }
    }
}
