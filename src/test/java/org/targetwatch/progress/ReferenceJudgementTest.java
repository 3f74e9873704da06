package org.targetwatch.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.targetwatch.measure.Seeded;

class ReferenceJudgementTest {
    private static final int SITUATIONS = 20_000;

    @Test
    void assessor_inAnySituation_agreesWithThePlainReadingOfTheRules() {
        Seeded.times(SITUATIONS, seeded -> {
            Situation situation = RandomSituation.of(seeded).any();
            Assessment assessment = Assessor.assess(situation);
            assertThat(new PlainJudge.Answer(assessment.status(), assessment.reason(), assessment.severity()))
                    .as("%s", situation)
                    .isEqualTo(PlainJudge.judge(situation));
        });
    }

    /** Guards the generator: an agreement over situations that never turn red would prove nothing. */
    @Test
    void situations_together_showEveryStatusReasonAndSeverityOften() {
        Map<Status, Integer> statuses = new EnumMap<>(Status.class);
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        Set<Severity> severities = EnumSet.noneOf(Severity.class);
        Seeded.times(SITUATIONS, seeded -> {
            PlainJudge.Answer answer =
                    PlainJudge.judge(RandomSituation.of(seeded).any());
            statuses.merge(answer.status(), 1, Integer::sum);
            severities.add(answer.severity());
            if (answer.reason() != null) {
                reasons.add(answer.reason());
            }
        });
        assertThat(statuses).containsOnlyKeys(Status.values());
        assertThat(statuses.values()).allMatch(times -> times > SITUATIONS / 100);
        assertThat(reasons).containsExactly(Reason.values());
        assertThat(severities).containsExactly(Severity.values());
    }
}
