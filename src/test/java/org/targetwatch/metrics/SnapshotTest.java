package org.targetwatch.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.catalogue.LeshanPlan;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.metrics.Snapshot.PlanState;
import org.targetwatch.scorecard.Scorecards.Backlog;

/** The plan of 2020 has its last period in June 2021, whose due day is 5 July 2021. */
class SnapshotTest {
    private static final Plan OLD = LeshanPlan.read();

    private static Plan of(int year, String region) {
        return new Plan(
                "plan-" + year,
                OLD.name(),
                OLD.english(),
                year,
                region,
                OLD.source(),
                OLD.published(),
                OLD.sections(),
                OLD.workItems(),
                Map.of(),
                OLD.relations(),
                OLD.regions(),
                OLD.dueDays());
    }

    private static Stream<Integer> active(LocalDate today, Plan... plans) {
        List<PlanState> states =
                Stream.of(plans).map(plan -> PlanState.of(plan, Set.of())).toList();
        return new Snapshot(states, Backlog.NONE, Instant.EPOCH).active(today).map(state -> state.plan()
                .year());
    }

    @ParameterizedTest
    @CsvSource({"2020-11-09, true", "2021-07-05, true", "2021-07-06, false", "2026-01-01, false"})
    void planWithASuccessor_isActiveUntilItsLastDueDay(LocalDate today, boolean active) {
        assertThat(active(today, OLD, of(2021, OLD.region())).anyMatch(year -> year == 2020))
                .isEqualTo(active);
    }

    @Test
    void latestPlanOfARegion_staysActive() {
        LocalDate later = LocalDate.of(2026, 1, 1);
        assertThat(active(later, OLD)).containsExactly(2020);
        assertThat(active(later, OLD, of(2021, OLD.region()))).containsExactly(2021);
        assertThat(active(later, OLD, of(2021, "511102"))).containsExactly(2020, 2021);
    }
}
