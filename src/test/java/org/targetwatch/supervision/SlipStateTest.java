package org.targetwatch.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Seeded;
import org.targetwatch.measure.Series;
import org.targetwatch.progress.Status;
import org.targetwatch.supervision.Slip.Opening;

/** The state machine against a plain table, and what follows from it. */
class SlipStateTest {
    private static final LocalDate DAY = LocalDate.of(2020, 11, 9);

    /** What a clerk would write on the wall: from which state which act leads where. */
    private static final Map<String, Map<String, String>> TABLE = Map.of(
            "open", Map.of("replied", "replied", "closed", "closed", "recovered", "recovered"),
            "replied",
                    Map.of(
                            "accepted", "accepted",
                            "sent_back", "sent_back",
                            "closed", "closed",
                            "recovered", "recovered"),
            "sent_back", Map.of("replied", "replied", "closed", "closed", "recovered", "recovered"),
            "accepted", Map.of("sent_back", "sent_back", "closed", "closed", "recovered", "recovered"),
            "closed", Map.of(),
            "recovered", Map.of());

    private static final Set<String> REMARKS = Set.of("attached", "alerted", "alert_ended", "jumped");

    private static Slip opened() {
        Opening opening = new Opening(
                "p",
                1,
                new Series("i", "r"),
                List.of("基教科"),
                Cause.HAND,
                new Finding(Period.of(2020, 10), Status.BEHIND, null, null, null, null, null, null),
                List.of());
        return new Slip(opening, List.of(step(1, Act.OPENED, DAY.plusDays(7))));
    }

    private static Step step(int seq, Act act, LocalDate until) {
        return new Step(seq, act, "why", null, until, null, DAY, Instant.ofEpochSecond(seq), "who");
    }

    private static String after(String state, String act) {
        boolean ongoing = !TABLE.get(state).isEmpty();
        return REMARKS.contains(act) ? ongoing ? state : null : TABLE.get(state).get(act);
    }

    @Test
    void slip_underRandomActs_standsWhereThePlainTableSays() {
        Seeded.times(2_000, random -> {
            Slip slip = opened();
            String expected = "open";
            LocalDate due = DAY.plusDays(7);
            for (int count = 0; count < 12; count++) {
                Act act = random.oneOf(Act.values());
                LocalDate until = DAY.plusDays(random.between(0, 30));
                String next = after(expected, act.code());
                assertThat(act.after(slip.state(), until).isPresent())
                        .as("%s in %s", act, expected)
                        .isEqualTo(next != null);
                if (next != null) {
                    slip = slip.with(step(slip.steps().size() + 1, act, until));
                    expected = next;
                    due = dueAfter(act, until, due);
                    assertStands(slip, expected, due);
                }
            }
        });
    }

    private static void assertStands(Slip slip, String expected, LocalDate due) {
        boolean owes = Set.of("open", "sent_back", "accepted").contains(expected);
        assertThat(slip.state().phase().code()).isEqualTo(expected);
        assertThat(slip.isOpen()).isEqualTo(!TABLE.get(expected).isEmpty());
        assertThat(slip.state().due())
                .as("due while %s", expected)
                .isEqualTo(owes ? Optional.of(due) : Optional.empty());
    }

    /** A reply's promised day becomes due once it is accepted. */
    private static LocalDate dueAfter(Act act, LocalDate until, LocalDate before) {
        return act == Act.REPLIED || act == Act.SENT_BACK ? until : before;
    }

    @Test
    void slip_onItsDueDay_isNotOverdueYet() {
        assertThat(opened().isOverdue(DAY.plusDays(7))).isFalse();
        assertThat(opened().isOverdue(DAY.plusDays(8))).isTrue();
    }

    @Test
    void slip_asOfAMoment_knowsWhatWasDoneByThen() {
        Slip slip = opened().with(step(2, Act.REPLIED, DAY.plusDays(20))).with(step(3, Act.SENT_BACK, DAY.plusDays(9)));
        assertThat(slip.asOf(Instant.EPOCH)).isEmpty();
        assertThat(slip.asOf(Instant.ofEpochSecond(2)).orElseThrow().state().phase())
                .isEqualTo(Phase.REPLIED);
        assertThat(slip.asOf(Instant.ofEpochSecond(9))).contains(slip);
    }

    @Test
    void stepsThatCannotFollow_areABrokenSlip() {
        Slip broken = opened().with(step(2, Act.ACCEPTED, DAY));
        assertThatIllegalStateException().isThrownBy(broken::state).withMessageContaining("step 2 (accepted)");
    }

    @Test
    void everyAct_isInTheTable() {
        List<String> known = new ArrayList<>(REMARKS);
        TABLE.values().forEach(acts -> known.addAll(acts.keySet()));
        for (Act act : Act.values()) {
            assertThat(act == Act.OPENED || known.contains(act.code()))
                    .as(act.code())
                    .isTrue();
        }
    }
}
