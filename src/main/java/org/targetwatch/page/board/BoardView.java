package org.targetwatch.page.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.catalogue.WorkItem;
import org.targetwatch.figure.DeliverableReport.Revision;
import org.targetwatch.page.Address;
import org.targetwatch.page.Bullet;
import org.targetwatch.page.DeliverableView;
import org.targetwatch.page.Light;
import org.targetwatch.page.Line;
import org.targetwatch.page.Links;
import org.targetwatch.page.Names;
import org.targetwatch.page.Option;
import org.targetwatch.page.Shown;
import org.targetwatch.page.Words;
import org.targetwatch.page.slip.SlipLine;
import org.targetwatch.progress.Commitment;
import org.targetwatch.progress.Status;
import org.targetwatch.scorecard.Card;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/**
 * A board in the reader's language.
 *
 * @param empty whether nothing was reported yet
 */
record BoardView(
        Head head,
        boolean empty,
        Tally tally,
        List<Need> needs,
        List<Change> changes,
        Filters filters,
        List<SectionView> sections,
        Matrix matrix) {

    /**
     * @param whole whether it is the board of the plan's own region
     * @param home the board of all that the reader sees; null when it is this one
     */
    record Head(String plan, String region, String period, boolean whole, @Nullable String home) {}

    /**
     * @param total how many indicators are counted
     * @param unknown about how many of them nothing can be said yet
     */
    record Tally(int total, long unknown, List<Count> counts) {}

    /**
     * How many indicators have a light.
     *
     * @param from with {@code length}: its part of a strip of all, in thousandths
     */
    record Count(Light light, long number, long from, long length, String href, boolean chosen) {}

    /**
     * What can be chosen.
     *
     * @param reset the board without a filter
     */
    record Filters(
            List<Option> offices,
            List<Option> leaders,
            List<Option> commitments,
            List<Option> statuses,
            boolean chosen,
            String reset) {}

    record SectionView(int number, String name, List<ItemView> items) {}

    static BoardView of(
            BoardReading reading,
            Map<String, Revision> deliverables,
            Map<String, SlipLine> slips,
            Links links,
            Language language) {
        return new Maker(reading, deliverables, slips, links, language).make();
    }

    private record Maker(
            BoardReading reading,
            Map<String, Revision> deliverables,
            Map<String, SlipLine> slips,
            Links links,
            Language language) {

        BoardView make() {
            return new BoardView(
                    head(),
                    reading.isEmpty(),
                    tally(),
                    needs(),
                    Change.of(reading, links, language),
                    filters(),
                    sections(),
                    Matrix.of(reading, links, language));
        }

        private Head head() {
            Plan plan = reading.plan();
            return new Head(
                    new Text(plan.name(), plan.english()).in(language),
                    Names.of(plan, reading.region(), language),
                    Shown.month(reading.period(), language),
                    reading.region().equals(plan.region()),
                    reading.region().equals(plan.scope()) ? null : links.board(plan.scope()));
        }

        private Tally tally() {
            Selection selection = reading.selection();
            List<Card> counted =
                    selection.cards(selection.items().flatMap(selection::all)).toList();
            long unknown = counted.stream()
                    .filter(card -> card.assessment().status() == Status.UNKNOWN)
                    .count();
            return new Tally(counted.size(), unknown, counts(counted));
        }

        private Filters filters() {
            List<WorkItem> items = reading.plan().workItems();
            return new Filters(
                    options(items.stream().flatMap(item -> item.offices().stream()), filter().office()),
                    options(items.stream().flatMap(item -> item.leadLeaders().stream()), filter().leader()),
                    Stream.of(Commitment.values())
                            .map(one ->
                                    new Option(one.code(), Words.of(one).in(language), one == filter().commitment()))
                            .toList(),
                    Concern.MOST_FIRST.stream()
                            .map(one -> new Option(one.code(), Words.of(one).in(language), one == filter().status()))
                            .toList(),
                    !filter().isOpen(),
                    links.board(reading.region()));
        }

        private static List<Option> options(Stream<String> names, @Nullable String chosen) {
            return names.distinct()
                    .map(name -> new Option(name, name, name.equals(chosen)))
                    .toList();
        }

        private BoardFilter filter() {
            return reading.selection().filter();
        }

        private List<Count> counts(List<Card> cards) {
            List<Count> counts = new ArrayList<>();
            long before = 0;
            for (Status status : Concern.MOST_FIRST) {
                long number = cards.stream()
                        .filter(card -> card.assessment().status() == status)
                        .count();
                counts.add(count(status, number, before, Math.max(1, cards.size())));
                before += number;
            }
            return counts;
        }

        private Count count(Status status, long number, long before, long all) {
            boolean chosen = status == filter().status();
            return new Count(
                    Light.of(status, language),
                    number,
                    before * Bullet.LENGTH / all,
                    number * Bullet.LENGTH / all,
                    address().with("status", chosen ? null : status.code()).toString(),
                    chosen);
        }

        private Address address() {
            boolean whole = reading.region().equals(reading.plan().region());
            return links.address(whole ? "/" : "/regions/" + reading.region())
                    .with("office", filter().office())
                    .with("leader", filter().leader())
                    .with(
                            "commitment",
                            filter().commitment() == null
                                    ? null
                                    : filter().commitment().code());
        }

        private Need need(Card card) {
            String indicator = card.indicator();
            return Need.of(
                    card, line(card), reading.belowLoudest(indicator), slips.get(indicator), reading.plan(), language);
        }

        private List<Need> needs() {
            return reading.loudest().stream().map(this::need).toList();
        }

        private Line line(Card card) {
            Indicator indicator = reading.plan().requireIndicator(card.indicator());
            return Line.of(card, indicator, links.indicator(indicator.code(), card.region()), language);
        }

        private List<SectionView> sections() {
            return reading.plan().sections().stream()
                    .map(section -> new SectionView(
                            section.number(),
                            new Text(section.name(), section.english()).in(language),
                            reading.selection()
                                    .items()
                                    .filter(item -> item.section() == section.number())
                                    .map(this::item)
                                    .filter(item -> !filter().isAboutIndicators()
                                            || !item.lines().isEmpty())
                                    .toList()))
                    .filter(section -> !section.items().isEmpty())
                    .toList();
        }

        private ItemView item(WorkItem item) {
            Selection selection = reading.selection();
            List<Card> cards = selection.cards(selection.shown(item)).toList();
            return new ItemView(
                    item.number(),
                    new Text(item.name(), item.english()).in(language),
                    cards.stream()
                            .map(card -> card.assessment().status())
                            .max(Concern.ORDER)
                            .map(status -> Light.of(status, language))
                            .orElse(null),
                    String.join("、", item.leadOffices()),
                    String.join("、", item.leadLeaders()),
                    cards.stream().map(this::line).toList(),
                    deliverables(item));
        }

        /** Deliverables are the plan's own, not a county's. */
        private List<DeliverableView> deliverables(WorkItem item) {
            return reading.region().equals(reading.plan().region())
                    ? item.deliverables().stream()
                            .map(one -> DeliverableView.of(one, deliverables, reading.today(), language))
                            .toList()
                    : List.of();
        }
    }
}
