package org.targetwatch.supervision;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.targetwatch.Leshan.CITY;
import static org.targetwatch.Leshan.cardOnce;
import static org.targetwatch.Leshan.quantity;
import static org.targetwatch.Leshan.ratio;
import static org.targetwatch.Leshan.report;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.supervision.Digest.Kind;

/** What an office is told each day, once. */
@QuarkusTest
@TestProfile(Supervised.class)
class DigestTest {
    private static final String DIGESTS = "/api/v1/plans/leshan-2020/digests/";
    private static final String EDUCATION = "基教科";
    private static final String TECHNOLOGY = "技装处";

    @Inject
    Catalogue catalogue;

    @Inject
    Digests digests;

    @Inject
    DigestWorker worker;

    @Inject
    MockMailbox mailbox;

    private Plan plan() {
        return catalogue.require("leshan-2020");
    }

    private static ValidatableResponse get(String office, String query) {
        return given().get(DIGESTS + office + query).then();
    }

    @Test
    void digest_ofAnOffice_saysWhatLags_whoOwesFigures_andWhichSlipsAreOpen() {
        report(ratio("upper-secondary-ger", CITY, "2020-10", "880", "1000"));
        cardOnce("upper-secondary-ger", CITY, "2020-10", card -> card.getString("status")
                .equals("behind"));
        given().contentType(ContentType.JSON)
                .body("{\"indicator\": \"upper-secondary-ger\", \"reason\": \"差得太多\"}")
                .post("/api/v1/plans/leshan-2020/slips")
                .then()
                .statusCode(201);

        get(EDUCATION, "?kind=weekly")
                .statusCode(200)
                .body("since", equalTo("2020-11-02"))
                .body("lagging.indicator", hasItem("upper-secondary-ger"))
                .body("lagging.find { it.indicator == 'upper-secondary-ger' }.isNew", equalTo(true))
                .body("reports.region", hasItems("511100-ZS", "511102"))
                .body("reports[0].overdue", equalTo(true))
                .body("slips.indicator", hasItem("upper-secondary-ger"))
                .body("text", containsString("〔新增〕高中阶段毛入学率：滞后，截至 2020-10 实际 88%，目标 90%，差 2个百分点；自 2020-10 起。"))
                .body("text", containsString("市中区 2020-10 逾期未报"))
                .body("text", containsString("待回复，2020-11-16 到期"))
                .body("text", not(containsString("null")));
        given().header("Accept-Language", "en")
                .get(DIGESTS + EDUCATION)
                .then()
                .body("since", equalTo("2020-11-06"))
                .body("text", containsString("actual 88%, target 90%, missing 2 points; since 2020-10."))
                .body("text", containsString("since 2020-11-05: "));
        get(TECHNOLOGY, "").body("lagging.indicator", not(hasItem("upper-secondary-ger")));
    }

    @Test
    void digest_ofAnUnknownOfficeOrDay_isRefused() {
        get("教科所", "").statusCode(404).body("detail", containsString(EDUCATION));
        get(EDUCATION, "?day=2020-11-08").statusCode(404).body("detail", containsString("工作日"));
        get(EDUCATION, "?day=2020-11-10").statusCode(400);
        get(EDUCATION, "?day=monday").statusCode(400);
        get(EDUCATION, "?kind=yearly").statusCode(400);
    }

    @Test
    void mail_ofSeveralReplicas_goesOutOnce_andHoldsNothingConfidential() throws Exception {
        report(ratio("gaokao-tier1-rate", CITY, "2020-07", "100", "1000"));
        report(quantity("model-high-schools-level2", CITY, "2020-10", "0", "所"));
        cardOnce("gaokao-tier1-rate", CITY, "2020-10", card -> card.getString("status")
                .equals("missed"));
        get(EDUCATION, "").body("lagging.indicator", hasItem("gaokao-tier1-rate"));

        ExecutorService replicas = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> sending = () -> {
                worker.send(plan());
                return null;
            };
            for (Future<Void> sent : replicas.invokeAll(Collections.nCopies(4, sending))) {
                sent.get();
            }
        } finally {
            replicas.shutdown();
        }

        List<Mail> mails = mailbox.getMailsSentTo("education@example.invalid");
        assertThat(mails).hasSize(1);
        assertThat(mails.get(0).getTo()).containsExactly("education@example.invalid", "head@example.invalid");
        assertThat(mails.get(0).getSubject()).startsWith("[目标监测] 基教科周报（2020-11-09）：滞后 ");
        assertThat(mails.get(0).getText()).contains("一、滞后的指标").doesNotContain("上线率");
        assertThat(mailbox.getTotalMessagesSent())
                .as("one mail to two addresses")
                .isEqualTo(2);
        LocalDate today = LocalDate.of(2020, 11, 9);
        assertThat(digests.kept(plan(), EDUCATION, Kind.WEEKLY, today))
                .get()
                .asString()
                .doesNotContain("gaokao");
        assertThat(digests.kept(plan(), TECHNOLOGY, Kind.WEEKLY, today)).isPresent();
        assertThat(digests.missing(plan(), Kind.WEEKLY)).isEmpty();
    }

    @Test
    void firstWorkingDayOfAWeek_hasTheWeeklyDigest() {
        assertThat(DigestWorker.kind(plan(), LocalDate.of(2020, 11, 9))).isEqualTo(Kind.WEEKLY);
        assertThat(DigestWorker.kind(plan(), LocalDate.of(2020, 11, 10))).isEqualTo(Kind.DAILY);
        assertThat(DigestWorker.kind(plan(), LocalDate.of(2020, 10, 9)))
                .as("the Friday after the holidays of October")
                .isEqualTo(Kind.WEEKLY);
    }
}
