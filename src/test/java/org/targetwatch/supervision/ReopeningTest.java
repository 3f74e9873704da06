package org.targetwatch.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.targetwatch.catalogue.DueDays;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.progress.Status;
import org.targetwatch.supervision.Slip.Opening;

/** Nobody is asked twice about the same figures, nor before the day that was promised. */
class ReopeningTest {
    private static final Period OCTOBER = Period.of(2020, 10);
    private static final LocalDate DAY = LocalDate.of(2020, 11, 9);
    private static final LocalDate PROMISED = LocalDate.of(2020, 12, 20);

    private static Reopening after(Act... acts) {
        Opening opening = new Opening(
                "p",
                1,
                new Series("i", "r"),
                List.of("基教科"),
                Cause.RULE,
                new Finding(OCTOBER, Status.FAR_BEHIND, null, null, null, null, null, null),
                List.of());
        List<Step> steps = new ArrayList<>();
        steps.add(step(1, Act.OPENED));
        for (Act act : acts) {
            steps.add(step(steps.size() + 1, act));
        }
        return new Reopening(new Slip(opening, steps), new DueDays(5, Set.of(), Set.of()));
    }

    private static Step step(int seq, Act act) {
        return new Step(seq, act, "why", null, PROMISED, null, DAY, Instant.ofEpochSecond(seq), "who");
    }

    @Test
    void closedByHand_isAskedAgain_forTheNextMonthOnly() {
        Reopening closed = after(Act.CLOSED);
        assertThat(closed.isDue(OCTOBER, DAY.plusDays(20))).isFalse();
        assertThat(closed.isDue(OCTOBER.next(), LocalDate.of(2020, 12, 8))).isTrue();
    }

    @Test
    void acceptedReply_holdsUntilThePromisedDayHasPassed() {
        Reopening accepted = after(Act.REPLIED, Act.ACCEPTED, Act.CLOSED);
        assertThat(accepted.isDue(OCTOBER.next(), PROMISED)).isFalse();
        assertThat(accepted.isDue(OCTOBER, PROMISED.plusDays(1))).isTrue();
    }

    @Test
    void acceptedReply_thatWasSentBackAfterAll_holdsNothing() {
        Reopening closed = after(Act.REPLIED, Act.ACCEPTED, Act.SENT_BACK, Act.REPLIED, Act.CLOSED);
        assertThat(closed.isDue(OCTOBER, PROMISED.plusDays(1))).isFalse();
        assertThat(closed.isDue(OCTOBER.next(), LocalDate.of(2020, 12, 8))).isTrue();
    }

    @Test
    void recoveredFigure_thatFallsAgain_isAskedAfterAtOnce() {
        assertThat(after(Act.RECOVERED).isDue(OCTOBER, DAY)).isTrue();
    }
}
