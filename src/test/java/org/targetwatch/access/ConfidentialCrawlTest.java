package org.targetwatch.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.targetwatch.Leshan.CITY;
import static org.targetwatch.Leshan.ratio;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.targetwatch.As;
import org.targetwatch.Leshan;
import org.targetwatch.access.Operations.Operation;
import org.targetwatch.web.Anything;

/** Everything that can be read, read by those who may not know of the exam rates: not one byte of them. */
@QuarkusTest
@TestProfile(Anything.class)
class ConfidentialCrawlTest {
    private static final String SECRET = "gaokao-tier1-rate";
    private static final String UNKNOWN = "nosuch-tier1-rate";

    private static final List<String> TRACES = List.of(
            "gaokao", "高考一本", "高考本科", "一本上线", "本科上线", "first-tier", "undergraduate line", "考生", "7654321", "机密备注");

    private static final List<String> PLACES = List.of("511102", CITY);
    private static final List<String> PERIODS = List.of("2020-07", "2020-09");

    private static Map<String, Supplier<RequestSpecification>> strangers() {
        Map<String, Supplier<RequestSpecification>> strangers = new LinkedHashMap<>();
        strangers.put("reporter", () -> As.reporter("511102"));
        strangers.put("reporter of the city", () -> As.reporter(CITY));
        strangers.put("reviewer of another office", () -> As.reviewer("民教科"));
        strangers.put("viewer", As::viewer);
        strangers.put("admin", As::admin);
        return strangers;
    }

    private static void reportTheSecret() {
        Leshan.report(ratio(SECRET, CITY, "2020-07", "1234567", "7654321").replace("}", ", \"note\": \"机密备注\"}"));
        Leshan.cardOnce(
                SECRET, CITY, "2020-07", card -> card.getString("numerator").equals("1234567"));
        As.leader()
                .get("/api/v1/plans/leshan-2020/scorecard/" + SECRET + "/" + CITY)
                .then()
                .statusCode(200);
    }

    @Test
    void everythingReadable_readByThoseWhoMayNotKnow_holdsNoTrace() throws IOException {
        reportTheSecret();
        List<String> leaks = new ArrayList<>();
        int[] read = new int[1];
        for (Operation operation : reading()) {
            strangers().forEach((name, stranger) -> addresses(operation).forEach(address -> {
                Response answer = stranger.get().urlEncodingEnabled(false).get(address);
                read[0] += answer.statusCode() == 200 ? 1 : 0;
                String text = text(answer);
                TRACES.stream().filter(text::contains).forEach(trace -> leaks.add(name + " " + address + ": " + trace));
            }));
        }
        assertThat(leaks).isEmpty();
        assertThat(read[0]).as("answers with content").isGreaterThan(200);
    }

    /** The one exception: an export is a full backup. */
    private static List<Operation> reading() throws IOException {
        return Operations.all().stream()
                .filter(operation -> operation.method().equals("GET"))
                .filter(operation -> !operation.path().endsWith("/export"))
                .toList();
    }

    private static Stream<String> addresses(Operation operation) {
        String[] ways = {"", "?size=1000&region=511102", "?size=1000&period=2020-07", "?knownAt=2099", "?state=accepted"
        };
        return PLACES.stream()
                .flatMap(region ->
                        PERIODS.stream().map(period -> filled(operation.path(), "preprimary-ger", region, period)))
                .flatMap(path -> Stream.of(ways).map(path::concat))
                .distinct();
    }

    private static String filled(String path, String indicator, String region, String period) {
        return path.replace("{plan}", "leshan-2020")
                .replace("{indicator}", indicator)
                .replace("{region}", region)
                .replace("{period}", period)
                .replace("{code}", "five-year-plan")
                .replaceAll("\\{[a-z]+}", "1");
    }

    @Test
    void secretCode_askedFor_isAnsweredLikeOneThatDoesNotExist() throws IOException {
        reportTheSecret();
        for (Operation operation : Operations.all()) {
            if (!operation.path().contains("{indicator}")) {
                continue;
            }
            strangers().forEach((name, stranger) -> {
                String secret = answer(stranger.get(), operation, SECRET).replace(SECRET, UNKNOWN);
                assertThat(secret)
                        .as(name + " " + operation.name())
                        .isEqualTo(answer(stranger.get(), operation, UNKNOWN));
            });
        }
    }

    private static String answer(RequestSpecification request, Operation operation, String indicator) {
        if (!operation.method().equals("GET")) {
            request.contentType("application/json").body("{\"reason\": \"核对\"}");
        }
        Response answer = request.request(operation.method(), filled(operation.path(), indicator, CITY, "2020-07"));
        return answer.statusCode() + " " + answer.asString();
    }

    @Test
    void secretFigure_postedOrReviewedByAStranger_isLikeOneThatDoesNotExist() {
        String posted = Leshan.post(ratio(SECRET, CITY, "2020-07", "1", "2"))
                .statusCode(200)
                .extract()
                .asString();
        assertThat(posted).contains("received");
        for (String path : List.of("/figures", "/reviews")) {
            String body = path.equals("/figures")
                    ? "{\"figures\": [" + ratio(SECRET, CITY, "2020-07", "1", "2") + "]}"
                    : "{\"reviews\": [{\"indicator\": \"" + SECRET + "\", \"region\": \"" + CITY
                            + "\", \"period\": \"2020-07\", \"verdict\": \"accept\"}]}";
            assertThat(sent(path, body).replace(SECRET, UNKNOWN)).isEqualTo(sent(path, body.replace(SECRET, UNKNOWN)));
        }
    }

    private static String sent(String path, String body) {
        Response answer =
                As.reviewer("民教科").contentType("application/json").body(body).post("/api/v1/plans/leshan-2020" + path);
        return answer.statusCode() + " " + answer.asString();
    }

    @Test
    void owningOfficeAndLeader_reading_seeTheSecret() {
        reportTheSecret();
        for (RequestSpecification knowing : List.of(As.leader(), As.reviewer("考试中心"))) {
            assertThat(knowing.get("/api/v1/plans/leshan-2020/indicators?size=1000")
                            .asString())
                    .contains(SECRET);
        }
    }

    /** A workbook is looked at unpacked. */
    private static String text(Response answer) {
        byte[] body = answer.asByteArray();
        return body.length > 1 && body[0] == 'P' && body[1] == 'K'
                ? unpacked(body)
                : new String(body, StandardCharsets.UTF_8);
    }

    private static String unpacked(byte[] workbook) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                zip.transferTo(all);
            }
            return all.toString(StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
