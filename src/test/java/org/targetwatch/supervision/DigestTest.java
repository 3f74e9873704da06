package org.targetwatch.supervision;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.supervision.Digest.Kind;
import org.targetwatch.supervision.MailServer.Received;

/** What an office is told each day, once. */
@QuarkusTest
@TestProfile(Supervised.class)
class DigestTest {
    private static final String DIGESTS = "/api/v1/plans/leshan-2020/digests/";
    private static final String EDUCATION = "基教科";
    private static final String TECHNOLOGY = "技装处";
    private static final String FINANCE = "计财科";

    @Inject
    Catalogue catalogue;

    @Inject
    Digests digests;

    @Inject
    DigestWorker worker;

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
    void mails_ofSeveralReplicas_waitForTheirServer_goOutOnce_andHoldNothingConfidential() throws Exception {
        report(ratio("gaokao-tier1-rate", CITY, "2020-07", "100", "1000"));
        report(quantity("model-high-schools-level2", CITY, "2020-10", "0", "所"));
        cardOnce("gaokao-tier1-rate", CITY, "2020-10", card -> card.getString("status")
                .equals("missed"));
        get(EDUCATION, "").body("lagging.indicator", hasItem("gaokao-tier1-rate"));

        sendFromReplicas(1);
        assertThat(digests.missing(plan(), Kind.WEEKLY))
                .as("the server is away: those without an address are kept, the others wait")
                .containsExactlyInAnyOrder(EDUCATION, FINANCE, TECHNOLOGY);
        try (MailServer server = mailServer()) {
            sendFromReplicas(4);
            assertThat(server.received())
                    .extracting(Received::recipients)
                    .as("one mail each, to everybody of the office")
                    .containsExactlyInAnyOrder(
                            List.of("education@example.invalid", "head@example.invalid"),
                            List.of("finance@example.invalid", "gone@example.invalid"),
                            List.of("gone@example.invalid"));
            MimeMessage mail = server.received().stream()
                    .filter(received -> received.recipients().contains("education@example.invalid"))
                    .map(Received::message)
                    .findAny()
                    .orElseThrow();
            assertThat(mail.getSubject()).startsWith("[目标监测] 基教科周报（2020-11-09）：滞后 ");
            assertThat(mail.getContent().toString()).contains("一、滞后的指标").doesNotContain("上线率");
        }
        LocalDate today = LocalDate.of(2020, 11, 9);
        assertThat(digests.kept(plan(), EDUCATION, Kind.WEEKLY, today))
                .get()
                .asString()
                .doesNotContain("gaokao");
        assertThat(digests.missing(plan(), Kind.WEEKLY)).isEmpty();
    }

    private void sendFromReplicas(int many) throws Exception {
        ExecutorService replicas = Executors.newFixedThreadPool(many);
        try {
            Callable<Void> sending = () -> {
                worker.send(plan());
                return null;
            };
            for (Future<Void> sent : replicas.invokeAll(Collections.nCopies(many, sending))) {
                sent.get();
            }
        } finally {
            replicas.shutdown();
        }
    }

    private static MailServer mailServer(String... refused) throws InterruptedException {
        return MailServer.start(ConfigProvider.getConfig().getValue("targetwatch.mail.port", Integer.class), refused);
    }

    @Test
    void mail_onItsWay_isReadableChinese_andLeadsToItsPage() throws Exception {
        report(ratio("upper-secondary-ger", CITY, "2020-10", "880", "1000"));
        cardOnce("upper-secondary-ger", CITY, "2020-10", card -> card.getString("status")
                .equals("behind"));
        try (MailServer server = mailServer()) {
            digests.send(plan(), EDUCATION, Kind.DAILY);
            digests.send(plan(), EDUCATION, Kind.DAILY);
            assertThat(server.received()).hasSize(1);
            MimeMessage mail = server.received().get(0).message();
            assertThat(mail.getSubject()).startsWith("[目标监测] 基教科日报（2020-11-09）：滞后 ");
            assertThat(mail.getHeader("Subject")[0])
                    .as("as it goes over the wire")
                    .startsWith("=?UTF-8?");
            assertThat(mail.getFrom()).containsExactly(new InternetAddress("targetwatch@example.invalid", "目标监测"));
            assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("目标监测");
            assertThat(mail.getMessageID()).endsWith("@targetwatch>");
            assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=utf-8");
            assertThat(mail.getContent().toString())
                    .contains("高中阶段毛入学率：滞后，截至 2020-10 实际 88%，目标 90%，差 2个百分点")
                    .contains("在网页上查看：https://targets.example.invalid/digests?plan=leshan-2020"
                            + "&office=%E5%9F%BA%E6%95%99%E7%A7%91&kind=daily&day=2020-11-09")
                    .doesNotContain("null");
        }
    }

    @Test
    void addressRefused_keepsTheMailFromNobodyElse_andIsCounted() throws Exception {
        long sent = recipients("sent");
        long refused = recipients("refused");
        try (MailServer server = mailServer("gone@example.invalid")) {
            digests.send(plan(), FINANCE, Kind.DAILY);
            assertThat(server.received())
                    .extracting(Received::recipients)
                    .containsExactly(List.of("finance@example.invalid"));
        }
        assertThat(digests.missing(plan(), Kind.DAILY)).doesNotContain(FINANCE);
        assertThat(recipients("sent")).isEqualTo(sent + 1);
        assertThat(recipients("refused")).isEqualTo(refused + 1);
    }

    @Test
    void everyAddressRefused_isTriedAgain() throws Exception {
        long failed = recipients("failed");
        try (MailServer server = mailServer("gone@example.invalid")) {
            assertThatThrownBy(() -> digests.send(plan(), TECHNOLOGY, Kind.DAILY))
                    .isInstanceOf(Undeliverable.class);
            assertThat(server.received()).isEmpty();
        }
        assertThat(digests.missing(plan(), Kind.DAILY)).contains(TECHNOLOGY);
        assertThat(recipients("failed")).isEqualTo(failed + 1);
    }

    /** As whoever watches sees it. */
    private static long recipients(String outcome) {
        String name = "targetwatch_mail_recipients_total{outcome=\"%s\",} ".formatted(outcome);
        return given().port(ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class))
                .accept("text/plain")
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(name.length())))
                .findAny()
                .orElseThrow();
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
