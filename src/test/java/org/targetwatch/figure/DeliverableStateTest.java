package org.targetwatch.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.measure.Period;

class DeliverableStateTest {
    private static final Period JUNE = Period.of(2020, 6);

    @ParameterizedTest
    @CsvSource({
        "IN_PROGRESS, 2020-06-30, false",
        "IN_PROGRESS, 2020-07-01, true",
        "NOT_STARTED, 2020-07-01, true",
        "DONE,        2020-07-01, false",
    })
    void deliverable_dueInJune_isOverdueFromJulyOnUnlessDone(DeliverableState state, LocalDate today, boolean overdue) {
        assertThat(state.isOverdue(JUNE, today)).isEqualTo(overdue);
    }

    @Test
    void report_ofSomethingDoneWithoutDayOrEvidence_cannotBeMade() {
        LocalDate day = LocalDate.of(2020, 6, 1);
        assertThatThrownBy(() -> new DeliverableReport(DeliverableState.DONE, null, "x", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DeliverableReport(DeliverableState.DONE, day, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DeliverableReport(DeliverableState.IN_PROGRESS, day, "x", null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
