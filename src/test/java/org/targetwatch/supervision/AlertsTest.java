package org.targetwatch.supervision;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.targetwatch.Leshan.CITY;
import static org.targetwatch.Leshan.cardOnce;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Alertmanager posts, and what becomes of it. */
@QuarkusTest
@TestProfile(Supervised.class)
class AlertsTest {
    private static final String SLIPS = "/api/v1/plans/leshan-2020/slips";

    private static String alert(String name, String status, String indicator, String region, String start) {
        return """
                {"status": "%s",
                 "labels": {"alertname": "%s", "plan": "leshan-2020", "indicator": "%s", "region": "%s",
                   "lead_office": "技装处", "severity": "warning", "topic": "targets"},
                 "annotations": {"summary": "乐山市“%s”滞后", "description": "…"},
                 "startsAt": "%s", "endsAt": "0001-01-01T00:00:00Z", "generatorURL": "http://p/graph",
                 "fingerprint": "%08x"}"""
                .formatted(status, name, indicator, region, indicator, start, (name + indicator).hashCode());
    }

    private static JsonPath send(String... alerts) {
        String message =
                """
                {"version": "4", "groupKey": "{}:{}", "truncatedAlerts": 0, "status": "firing", "receiver": "slips",
                 "groupLabels": {}, "commonLabels": {}, "commonAnnotations": {}, "externalURL": "http://am",
                 "alerts": [%s]}"""
                        .formatted(String.join(",", alerts));
        return given().contentType(ContentType.JSON)
                .body(message)
                .post("/api/v1/alerts")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<Integer> slips(String indicator) {
        return given().get(SLIPS + "?indicator=" + indicator).jsonPath().getList("number");
    }

    private static List<String> acts(int number) {
        return given().get(SLIPS + "/" + number).jsonPath().getList("steps.act");
    }

    @Test
    void alert_fromFiringToItsEnd_opensOneSlip_andIsNotedOnIt() {
        String indicator = "exam-reform-platforms";
        cardOnce(indicator, CITY, "2020-10", card -> true);
        String firing = alert("TargetLagging", "firing", indicator, CITY, "2020-11-09T01:00:00Z");
        assertThat(send(firing, firing).<Integer>get("opened")).isEqualTo(1);
        assertThat(send(firing).<Integer>get("known")).as("the same again").isEqualTo(1);
        int number = slips(indicator).get(0);
        assertThat(slips(indicator)).hasSize(1);
        given().get(SLIPS + "/" + number)
                .then()
                .body("cause", equalTo("alert"))
                .body("steps[0].reason", equalTo("乐山市“exam-reform-platforms”滞后"));

        String other = alert("TargetMissed", "firing", indicator, CITY, "2020-11-09T02:00:00Z");
        assertThat(send(other).<Integer>get("noted")).isEqualTo(1);
        String ended = alert("TargetLagging", "resolved", indicator, CITY, "2020-11-09T01:00:00Z");
        assertThat(send(ended).<Integer>get("noted")).isEqualTo(1);
        assertThat(send(ended).<Integer>get("known")).isEqualTo(1);
        assertThat(acts(number)).containsExactly("opened", "alerted", "alert_ended");
        assertThat(slips(indicator)).hasSize(1);
    }

    @Test
    void alert_repeatedAfterItsSlipWasClosed_opensNoOther_aNewOneDoes() {
        String indicator = "front-end-schools";
        cardOnce(indicator, CITY, "2020-10", card -> true);
        send(alert("TargetLagging", "firing", indicator, CITY, "2020-11-09T01:00:00Z"));
        given().contentType(ContentType.JSON)
                .body("{\"reason\": \"已处理\"}")
                .post(SLIPS + "/" + slips(indicator).get(0) + "/close")
                .then()
                .statusCode(200);
        send(alert("TargetLagging", "firing", indicator, CITY, "2020-11-09T01:00:00Z"));
        assertThat(slips(indicator)).hasSize(1);
        send(alert("TargetLagging", "firing", indicator, CITY, "2020-11-10T01:00:00Z"));
        assertThat(slips(indicator)).hasSize(2);
    }

    @Test
    void alerts_aboutNothingThatIsFollowedUp_areIgnored() {
        JsonPath answer = send(
                alert("ReportOverdue", "firing", "named-major-projects", CITY, "2020-11-09T01:00:00Z"),
                alert("TargetLagging", "firing", "nothing", CITY, "2020-11-09T01:00:00Z"),
                alert("TargetLagging", "firing", "named-major-projects", "511102", "2020-11-09T01:00:00Z"),
                alert("TargetLagging", "firing", "gaokao-tier1-rate", CITY, "2020-11-09T01:00:00Z"),
                alert("TargetLagging", "pending", "named-major-projects", CITY, "2020-11-09T01:00:00Z"),
                "{\"status\": \"firing\"}",
                "null");
        assertThat(answer.<Integer>get("ignored")).isEqualTo(6);
        assertThat(answer.<Integer>get("opened")).isZero();
        assertThat(slips("named-major-projects")).isEmpty();
    }
}
