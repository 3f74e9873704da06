package org.targetwatch.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.targetwatch.Leshan;
import org.targetwatch.Processes;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.supervision.Digest.Kind;

/** Digests on their way through a real mail server, which is not always there. Each test has an office or a kind of its own. */
@QuarkusTest
@TestProfile(DigestMailTest.Mailing.class)
class DigestMailTest {
    private static final List<String> OFFICES = List.of("基教科", "计财科", "技装处", "安全与后勤管理科");

    public static final class Mailing extends Supervised {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("quarkus.mailer.mock", "false");
            settings.put("quarkus.mailer.host", "127.0.0.1");
            settings.put("quarkus.mailer.port", String.valueOf(Processes.freePort()));
            settings.put("quarkus.mailer.from", "目标监测 <targetwatch@example.invalid>");
            settings.put("targetwatch.digest.site", "https://targets.example.invalid");
            OFFICES.forEach(office -> settings.put(
                    "targetwatch.digest.addresses.\"" + office + "\"", clerk(office) + "," + head(office)));
            return settings;
        }
    }

    private static String clerk(String office) {
        return "clerk" + OFFICES.indexOf(office) + "@example.invalid";
    }

    private static String head(String office) {
        return "head" + OFFICES.indexOf(office) + "@example.invalid";
    }

    @Inject
    Catalogue catalogue;

    @Inject
    Digests digests;

    @Inject
    DigestWorker worker;

    private Plan plan() {
        return catalogue.require("leshan-2020");
    }

    private void send(String office) {
        digests.send(plan(), office, Kind.DAILY);
    }

    private boolean isWaiting(String office) {
        return digests.missing(plan(), Kind.DAILY).contains(office);
    }

    private static MailServer server() throws IOException {
        return new MailServer(ConfigProvider.getConfig().getValue("quarkus.mailer.port", Integer.class));
    }

    private static List<String> recipients(MimeMessage mail) throws MessagingException {
        return Arrays.stream(mail.getAllRecipients()).map(Object::toString).toList();
    }

    @Test
    void mail_onItsWay_isReadableChinese_toEverybodyConfigured() throws Exception {
        String office = "基教科";
        Leshan.report(Leshan.ratio("upper-secondary-ger", Leshan.CITY, "2020-10", "880", "1000"));
        Leshan.cardOnce("upper-secondary-ger", Leshan.CITY, "2020-10", card -> card.getString("status")
                .equals("behind"));
        try (MailServer server = server()) {
            send(office);
            assertThat(server.received()).hasSize(1);
            MimeMessage mail = server.received().get(0);
            assertThat(mail.getSubject()).startsWith("[目标监测] 基教科日报（2020-11-09）：滞后 ");
            assertThat(mail.getHeader("Subject")[0])
                    .as("as it goes over the wire")
                    .startsWith("=?UTF-8?");
            assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=utf-8");
            assertThat(mail.getContent().toString())
                    .contains("高中阶段毛入学率：滞后，截至 2020-10 实际 88%，目标 90%，差 2个百分点")
                    .contains("在网页上查看：https://targets.example.invalid/digests?plan=leshan-2020"
                            + "&office=%E5%9F%BA%E6%95%99%E7%A7%91&kind=daily&day=2020-11-09")
                    .doesNotContain("null");
            assertThat(recipients(mail)).containsExactly(clerk(office), head(office));
            assertThat(mail.getFrom()[0].toString()).contains("targetwatch@example.invalid");
        }
    }

    @Test
    void mailServer_away_losesNothing_andDoublesNothing() throws Exception {
        worker.send(plan());
        assertThat(digests.missing(plan(), Kind.WEEKLY))
                .as("those without an address are made, the others wait")
                .containsExactlyInAnyOrderElementsOf(OFFICES);
        try (MailServer server = server()) {
            worker.send(plan());
            assertThat(server.received()).hasSameSizeAs(OFFICES);
            worker.send(plan());
            assertThat(server.received()).as("each was told once").hasSameSizeAs(OFFICES);
            assertThat(digests.missing(plan(), Kind.WEEKLY)).isEmpty();
        }
    }

    @Test
    void addressRefused_keepsTheMailFromNobodyElse() throws Exception {
        String office = "计财科";
        try (MailServer server = server()) {
            server.refuse(clerk(office));
            send(office);
            send(office);
            assertThat(server.received()).as("sent once, to whoever is there").hasSize(1);
            assertThat(isWaiting(office)).isFalse();
        }
    }

    @Test
    void everyAddressRefused_isTriedAgain() throws Exception {
        String office = "技装处";
        try (MailServer server = server()) {
            server.refuse(clerk(office));
            server.refuse(head(office));
            assertThatThrownBy(() -> send(office)).hasMessageContaining("no recipient addresses were accepted");
            assertThat(server.received()).isEmpty();
            assertThat(isWaiting(office)).isTrue();
        }
    }
}
