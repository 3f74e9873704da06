package org.targetwatch.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.targetwatch.figure.Closing.Closed;
import org.targetwatch.figure.Closing.Reopened;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.RegionTree;

class ClosedPeriodsTest {
    private static final Period MARCH = Period.of(2020, 3);
    private static final LocalDate DAY = LocalDate.of(2020, 4, 20);
    private static final Closing.What CLOSED = Closed.over(new TreeMap<>());

    /** A city with counties, one of which has a town. */
    private static final RegionTree REGIONS = new RegionTree() {
        @Override
        public boolean contains(String region) {
            return true;
        }

        @Override
        public Optional<String> parent(String region) {
            return switch (region) {
                case "city" -> Optional.empty();
                case "town" -> Optional.of("county");
                default -> Optional.of("city");
            };
        }

        @Override
        public List<String> children(String region) {
            return List.of();
        }
    };

    private final List<Closing> closings = new ArrayList<>();

    private void add(Period period, Closing.What what) {
        Closing last = closings.isEmpty() ? null : closings.get(closings.size() - 1);
        closings.add(Closing.after(last, "plan", period, what, "why", Instant.EPOCH, "office"));
    }

    private boolean isClosed(String region, Period period, LocalDate day) {
        return new ClosedPeriods(REGIONS, closings, day).closing(region, period).isPresent();
    }

    @Test
    void period_neverClosed_isOpen() {
        add(MARCH.next(), CLOSED);
        assertThat(isClosed("county", MARCH, DAY)).isFalse();
    }

    @Test
    void period_closed_isClosedForEveryone() {
        add(MARCH, CLOSED);
        assertThat(isClosed("county", MARCH, DAY)).isTrue();
        assertThat(isClosed("town", MARCH, DAY)).isTrue();
        assertThat(isClosed("city", MARCH, DAY)).isTrue();
    }

    @Test
    void period_reopenedForARegion_isOpenForItAndBelowUntilThatDay() {
        add(MARCH, CLOSED);
        add(MARCH, new Reopened("county", DAY));
        assertThat(isClosed("county", MARCH, DAY)).isFalse();
        assertThat(isClosed("town", MARCH, DAY)).isFalse();
        assertThat(isClosed("other", MARCH, DAY)).isTrue();
        assertThat(isClosed("city", MARCH, DAY)).isTrue();
        assertThat(isClosed("county", MARCH, DAY.plusDays(1)))
                .as("the day after")
                .isTrue();
    }

    @Test
    void period_closedAnew_endsEveryReopening() {
        add(MARCH, CLOSED);
        add(MARCH, new Reopened("city", DAY));
        add(MARCH, CLOSED);
        assertThat(isClosed("county", MARCH, DAY)).isTrue();
    }

    @Test
    void reopenings_ofSeveralRegions_standBesideEachOther() {
        add(MARCH, CLOSED);
        add(MARCH, new Reopened("county", DAY));
        add(MARCH, new Reopened("other", DAY.plusDays(1)));
        assertThat(isClosed("county", MARCH, DAY)).isFalse();
        assertThat(isClosed("other", MARCH, DAY)).isFalse();
    }
}
