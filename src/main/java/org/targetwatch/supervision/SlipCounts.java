package org.targetwatch.supervision;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.web.BusinessDate;

/** How many slips are open, for those who watch: without anything confidential. */
@ApplicationScoped
public class SlipCounts {
    private final SlipStore store;
    private final BusinessDate businessDate;

    SlipCounts(SlipStore store, BusinessDate businessDate) {
        this.store = store;
        this.businessDate = businessDate;
    }

    /**
     * Slips of one region that the same offices lead.
     *
     * @param overdue of those open, how many owe something since a day that has passed
     */
    public record Count(String offices, String region, int open, int overdue) {}

    private record Key(String offices, String region) {
        static Key of(SlipRow row) {
            return new Key(
                    String.join(SlipRow.BETWEEN_OFFICES, row.opening().offices()),
                    row.opening().series().region());
        }
    }

    /** The counts of a plan, by offices and region; where nothing is open there is no count. */
    @Transactional
    public List<Count> of(Plan plan) {
        LocalDate today = businessDate.today();
        List<String> shown = plan.indicators().values().stream()
                .filter(indicator -> !indicator.confidential())
                .map(Indicator::code)
                .toList();
        return store.rows(SlipQuery.of(plan).ofIndicators(shown).in(SlipQuery.OPEN)).stream()
                .collect(groupingBy(Key::of))
                .entrySet()
                .stream()
                .map(entry -> count(entry.getKey(), entry.getValue(), today))
                .toList();
    }

    private static Count count(Key key, List<SlipRow> rows, LocalDate today) {
        long overdue = rows.stream()
                .filter(row -> row.due() != null && row.due().isBefore(today))
                .count();
        return new Count(key.offices(), key.region(), rows.size(), (int) overdue);
    }
}
