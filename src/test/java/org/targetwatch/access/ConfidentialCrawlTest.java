package org.targetwatch.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;
import static org.targetwatch.Leshan.CITY;
import static org.targetwatch.Leshan.quantity;
import static org.targetwatch.Leshan.ratio;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.hamcrest.Matcher;
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
    private static final String PLAN = "/api/v1/plans/leshan-2020";

    private static final List<String> TRACES = List.of(
            "gaokao", "高考一本", "高考本科", "一本上线", "本科上线", "first-tier", "undergraduate line", "考生", "7654321", "机密备注");

    private static final List<String> PLACES = List.of("511102", CITY);
    private static final List<String> PERIODS = List.of("2020-07", "2020-09");
    /** 考试中心, whose the secret is, and 基教科. */
    private static final List<String> OFFICES =
            List.of("%E8%80%83%E8%AF%95%E4%B8%AD%E5%BF%83", "%E5%9F%BA%E6%95%99%E7%A7%91");

    private static final List<String> FORMATS = List.of("html", "docx", "xlsx");

    private static final Matcher<Integer> DONE = anyOf(is(200), is(201), is(409));

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final int MOST_PAGES = 120;

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
        Leshan.report(
                ratio("preprimary-ger", "511102", "2020-07", "90", "100"),
                quantity("petition-backlog", "511102", "2020-10", "5", "件"));
        Leshan.cardOnce("petition-backlog", "511102", "2020-10", card -> true);
        supervise(SECRET, CITY, "机密备注");
        supervise("petition-backlog", "511102", "核对");
        office("{}").post(PLAN + "/bulletins/2020-09/issue").then().statusCode(DONE);
    }

    /** Opens a slip with a file, unless that was done before. */
    private static void supervise(String indicator, String region, String reason) {
        office("{\"indicator\": \"%s\", \"region\": \"%s\", \"reason\": \"%s\"}".formatted(indicator, region, reason))
                .post(PLAN + "/slips")
                .then()
                .statusCode(DONE);
        given().contentType("application/pdf")
                .body(("%PDF-1.7 " + reason).getBytes(StandardCharsets.UTF_8))
                .post(PLAN + "/slips/" + slip(indicator) + "/attachments?name=file.pdf")
                .then()
                .statusCode(DONE);
    }

    private static RequestSpecification office(String body) {
        return given().contentType("application/json").body(body);
    }

    private static String slip(String indicator) {
        return As.leader()
                .get(PLAN + "/slips?indicator=" + indicator)
                .jsonPath()
                .getString("number[0]");
    }

    private static List<String> traces(Response answer) {
        String text = text(answer);
        return TRACES.stream().filter(text::contains).toList();
    }

    private static Stream<Response> answers(Operation operation, Supplier<RequestSpecification> reader) {
        return addresses(operation)
                .map(address -> reader.get().urlEncodingEnabled(false).get(address));
    }

    @Test
    void everythingReadable_readByThoseWhoMayNotKnow_holdsNoTrace() throws IOException {
        reportTheSecret();
        List<String> leaks = new ArrayList<>();
        Set<String> unread = reading().stream().map(Operation::path).collect(Collectors.toCollection(TreeSet::new));
        for (Operation operation : reading()) {
            strangers().forEach((name, stranger) -> answers(operation, stranger).forEach(answer -> {
                if (answer.statusCode() == 200) {
                    unread.remove(operation.path());
                }
                traces(answer).forEach(trace -> leaks.add(name + " " + operation.path() + ": " + trace));
            }));
        }
        assertThat(leaks).isEmpty();
        assertThat(unread)
                .as("nobody got anything to look at: fill in what these need")
                .isEmpty();
    }

    /** The same addresses hold the secret for whoever may know it: those who find nothing have looked in the right places. */
    @Test
    void everythingReadable_readByALeader_showsTheSecretInManyPlaces() throws IOException {
        reportTheSecret();
        List<String> telling = reading().stream()
                .filter(operation -> answers(operation, As::leader)
                        .anyMatch(answer -> !traces(answer).isEmpty()))
                .map(Operation::path)
                .toList();
        assertThat(telling).as("%s", telling).hasSizeGreaterThan(6).contains("/api/v1/plans/{plan}/slips/{number}");
    }

    @Test
    void pages_walkedByThoseWhoMayNotKnow_holdNoTrace() {
        reportTheSecret();
        List<String> leaks = new ArrayList<>();
        strangers().forEach((name, stranger) -> {
            Set<String> seen = walk(stranger, (address, answer) -> traces(answer)
                    .forEach(trace -> leaks.add(name + " " + address + ": " + trace)));
            assertThat(seen).as("pages of %s", name).hasSizeGreaterThan(5);
        });
        assertThat(leaks).isEmpty();
    }

    /** Reads the board, and whatever its pages lead to. */
    private static Set<String> walk(Supplier<RequestSpecification> reader, BiConsumer<String, Response> look) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of("/"));
        while (!ahead.isEmpty() && seen.size() < MOST_PAGES) {
            String address = ahead.poll();
            if (seen.add(address)) {
                Response answer = reader.get()
                        .urlEncodingEnabled(false)
                        .accept("text/html")
                        .get(address);
                look.accept(address, answer);
                LINK.matcher(answer.asString())
                        .results()
                        .forEach(link -> ahead.add(link.group(1).replace("&amp;", "&")));
            }
        }
        return seen;
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
        List<String> numbers =
                operation.path().contains("{number}") ? List.of(slip(SECRET), slip("petition-backlog")) : List.of("");
        return PLACES.stream()
                .flatMap(region ->
                        PERIODS.stream().map(period -> filled(operation.path(), "preprimary-ger", region, period)))
                .flatMap(path -> numbers.stream().map(number -> path.replace("{number}", number)))
                .flatMap(path -> OFFICES.stream().map(office -> path.replace("{office}", office)))
                .flatMap(path -> FORMATS.stream().map(format -> path.replace("{format}", format)))
                .flatMap(path -> Stream.of(ways).map(path::concat))
                .distinct();
    }

    private static String filled(String path, String indicator, String region, String period) {
        return path.replace("{plan}", "leshan-2020")
                .replace("{indicator}", indicator)
                .replace("{region}", region)
                .replace("{period}", period)
                .replace("{code}", "five-year-plan")
                .replace("{seq}", "2");
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
