package org.targetwatch.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.targetwatch.supervision.AlertMessage.Alert;

/** In which order a message is taken. */
class AlertMessageTest {
    private static Alert about(String plan, String fingerprint) {
        return new Alert("firing", Map.of("plan", plan), Map.of(), "2020-11-09T01:00:00Z", fingerprint);
    }

    /** Each plan is locked until the end: messages that locked them in opposite order would wait for each other for ever. */
    @Test
    void alertsOfSeveralPlans_inAnyOrder_areTakenPlanByPlan() {
        Alert nameless = new Alert("firing", null, null, null, null);
        AlertMessage message = new AlertMessage(
                "4", Arrays.asList(about("b", "1"), null, about("a", "2"), nameless, about("b", "3"), about("a", "4")));
        assertThat(message.present())
                .containsExactly(nameless, about("a", "2"), about("a", "4"), about("b", "1"), about("b", "3"));
    }
}
