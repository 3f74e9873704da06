package org.targetwatch.page.board;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.catalogue.WorkItem;
import org.targetwatch.scorecard.Card;

/**
 * What of a plan a board shows.
 *
 * @param current the region's card of each indicator's current period
 */
record Selection(Plan plan, BoardFilter filter, Map<String, Card> current) {

    Stream<WorkItem> items() {
        return plan.workItems().stream().filter(filter::shows);
    }

    /** All indicators of an item, whatever their status. */
    Stream<Indicator> all(WorkItem item) {
        return plan.indicators().values().stream().filter(indicator -> indicator.workItem() == item.number());
    }

    Stream<Indicator> shown(WorkItem item) {
        return all(item)
                .filter(indicator -> filter.shows(
                        indicator, card(indicator).map(card -> card.assessment().status())));
    }

    Stream<Indicator> shown() {
        return items().flatMap(this::shown);
    }

    Stream<Card> cards(Stream<Indicator> indicators) {
        return indicators.flatMap(indicator -> card(indicator).stream());
    }

    Optional<Card> card(Indicator indicator) {
        return Optional.ofNullable(current.get(indicator.code()));
    }
}
