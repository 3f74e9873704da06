package org.targetwatch.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.targetwatch.Processes;
import org.targetwatch.Tool;

/** What people are told: the real Alertmanager with the configuration of {@code deploy}, a mail server and a WeCom that listen. */
class MessagesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final int port = Processes.freePort();
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<JsonNode> weCom = new CopyOnWriteArrayList<>();
    private HttpServer weComServer;
    private Process alertmanager;

    @BeforeEach
    void startEverything() throws IOException {
        mail.start();
        mail.setUser("targetwatch", "secret");
        weComServer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        weComServer.createContext("/", this::answer);
        weComServer.start();
        Path configuration = Files.writeString(folder.resolve("alertmanager.yml"), configuration());
        Files.createSymbolicLink(
                folder.resolve("alertmanager"), Path.of("deploy/alertmanager").toAbsolutePath());
        alertmanager = new ProcessBuilder(
                        Tool.require("prometheus-alertmanager", "prometheus-alertmanager")
                                .toString(),
                        "--config.file=" + configuration,
                        "--storage.path=" + folder.resolve("data"),
                        "--cluster.listen-address=",
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> RestAssured.get(url("/-/ready")).statusCode() == 200);
    }

    /** Addresses, the secrets' places and the pace are changed, and every hour is a mail hour. */
    private String configuration() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "secret");
        return Watchers.forOlderAlertmanager(Files.readString(Path.of("deploy/alertmanager.yml")))
                .replaceAll("#(wecom|daily)# ", "")
                .replace(
                        "global:",
                        "global:\n  smtp_require_tls: false\n  wechat_api_url: http://127.0.0.1:%d/"
                                .formatted(weComServer.getAddress().getPort()))
                .replace(
                        "mail.example.invalid:587",
                        "127.0.0.1:" + mail.getSmtp().getPort())
                .replace("/etc/targetwatch/secrets/smtp-password", password.toString())
                .replaceAll("group_interval: \\S+", "group_interval: 1s")
                .replace("start_time: '09:00', end_time: '10:00'", "start_time: '00:00', end_time: '24:00'")
                .replace("monday:friday", "sunday:saturday");
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            weCom.add(new ObjectMapper().readTree(exchange.getRequestBody()));
        }
        byte[] answer = "{\"errcode\":0,\"access_token\":\"t\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @AfterEach
    void stopEverything() throws InterruptedException {
        alertmanager.destroy();
        alertmanager.waitFor(20, TimeUnit.SECONDS);
        weComServer.stop(0);
        mail.stop();
    }

    @Test
    void brokenFloor_isTheOfficesAtOnce_andSilencesTheLag() throws Exception {
        post(List.of(
                target("TargetLagging", "critical", "基教科", "乐山市“公办园占比”滞后"),
                target("TargetFloorBroken", "critical", "基教科", "乐山市“公办园占比”跌破底线值 50%")));

        MimeMessage message = awaitMail("[目标监测] 乐山市“公办园占比”跌破底线值 50%");
        assertThat(text(message))
                .isEqualTo(
                        """
                        【严重】乐山市“公办园占比”跌破底线值 50%
                        截至 2020 年 10 月：实际 48.73%。
                        为什么：http://tw/why
                        看板：http://grafana/d
                        怎么办：http://runbook""");
        assertThat(recipients(message)).containsExactlyInAnyOrder("office@example.invalid", "jijiao@example.invalid");
        assertThat(silenced("TargetLagging")).isTrue();
        assertThat(silenced("TargetFloorBroken")).isFalse();
    }

    @Test
    void missed_silencesTheLag_andReachesEachOfTwoOffices() throws Exception {
        post(List.of(
                target("TargetMissed", "critical", "基教科、干部人事科", "乐山市“占比”到期未达标"),
                target("TargetLagging", "warning", "基教科、干部人事科", "乐山市“占比”滞后")));

        assertThat(recipients(awaitMail("[目标监测] 乐山市“占比”到期未达标")))
                .containsExactlyInAnyOrder(
                        "office@example.invalid", "jijiao@example.invalid", "renshi@example.invalid");
        await().atMost(PATIENCE).until(() -> silenced("TargetLagging"));
    }

    @Test
    void warnings_ofOneOffice_areOneMessage_andWeComSaysTheSame() throws Exception {
        post(List.of(
                with(target("TargetLagging", "warning", "计财科", "乐山市“投资”滞后"), "indicator", "a"),
                with(target("TargetLagging", "warning", "计财科", "乐山市“面积”滞后"), "indicator", "b"),
                with(target("TargetLagging", "warning", "计财科", "乐山市“设备”滞后"), "indicator", "c")));

        assertThat(recipients(awaitMail("[目标监测] 计财科：3 条告警"))).contains("jicai@example.invalid");
        post(List.of(target("TargetMissed", "critical", "基教科", "乐山市“占比”到期未达标")));
        await().atMost(PATIENCE).until(() -> !weCom.isEmpty());
        assertThat(weCom.get(0).path("toparty").asText()).isEqualTo("1|2");
        assertThat(weCom.get(0).at("/text/content").asText()).startsWith("【严重】乐山市“占比”到期未达标\n截至");
    }

    @Test
    void resolved_isSaid() throws Exception {
        Map<String, Object> alert = target("TargetMissed", "critical", "督导室", "乐山市“占比”到期未达标");
        post(List.of(alert));
        awaitMail("[目标监测] 乐山市“占比”到期未达标");

        alert.put("endsAt", Instant.now().toString());
        post(List.of(alert));
        assertThat(recipients(awaitMail("[目标监测][已解除] 乐山市“占比”到期未达标"))).contains("dudao@example.invalid");
    }

    @Test
    void serviceDown_silencesEverythingElseOfOurs() throws Exception {
        post(List.of(service("TargetwatchDown")));
        awaitMail("[目标监测] TargetwatchDown");
        post(List.of(
                service("JudgingStuck"),
                target("TargetMissed", "critical", "基教科", "乐山市“占比”到期未达标"),
                Map.of("labels", Map.of("alertname", "DiskFull"), "annotations", Map.of("summary", "别处的告警"))));

        awaitMail("[目标监测] 别处的告警");
        assertThat(mail.getReceivedMessagesForDomain("office@example.invalid")).isEmpty();
        assertThat(silenced("JudgingStuck")).isTrue();
        assertThat(silenced("TargetMissed")).isTrue();
        assertThat(silenced("DiskFull")).isFalse();
        assertThat(silenced("TargetwatchDown")).isFalse();
    }

    private static Map<String, Object> target(String name, String severity, String office, String summary) {
        Map<String, String> labels = Map.of(
                "alertname",
                name,
                "topic",
                "targets",
                "severity",
                severity,
                "plan",
                "p",
                "region",
                "5111",
                "indicator",
                "share",
                "lead_office",
                office);
        Map<String, String> texts = Map.of(
                "summary",
                summary,
                "description",
                "截至 2020 年 10 月：实际 48.73%。",
                "why",
                "http://tw/why",
                "dashboard",
                "http://grafana/d",
                "runbook_url",
                "http://runbook");
        return new HashMap<>(Map.of("labels", labels, "annotations", texts));
    }

    private static Map<String, Object> with(Map<String, Object> alert, String label, String value) {
        Map<Object, Object> labels = new HashMap<>((Map<?, ?>) alert.get("labels"));
        labels.put(label, value);
        alert.put("labels", labels);
        return alert;
    }

    private static Map<String, Object> service(String name) {
        return Map.of(
                "labels", Map.of("alertname", name, "topic", "service", "severity", "critical"),
                "annotations", Map.of("summary", name));
    }

    private void post(List<Map<String, Object>> alerts) {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(alerts)
                .post(url("/api/v2/alerts"))
                .then()
                .statusCode(200);
    }

    private MimeMessage awaitMail(String subject) {
        return await().atMost(PATIENCE)
                .until(
                        () -> Arrays.stream(mail.getReceivedMessages())
                                .filter(message -> subject.equals(subjectOf(message)))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String subjectOf(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String text(MimeMessage message) throws Exception {
        Multipart parts = (Multipart) message.getContent();
        return parts.getBodyPart(0)
                .getContent()
                .toString()
                .replace("\r\n", "\n")
                .strip();
    }

    private static Stream<String> recipients(MimeMessage message) throws Exception {
        return Arrays.stream(message.getRecipients(Message.RecipientType.TO)).map(Object::toString);
    }

    private boolean silenced(String alert) {
        List<List<String>> by = RestAssured.given()
                .queryParam("filter", "alertname=\"" + alert + "\"")
                .get(url("/api/v2/alerts"))
                .then()
                .statusCode(200)
                .extract()
                .path("status.inhibitedBy");
        assertThat(by).as(alert).hasSize(1);
        return !by.get(0).isEmpty();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
