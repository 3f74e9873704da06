package org.targetwatch.access;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.targetwatch.As;
import org.targetwatch.Leshan;
import org.targetwatch.access.Operations.Operation;
import org.targetwatch.web.Anything;

/** Every operation of the API, asked by every role for the own region, another, the one above and an unknown one. */
@QuarkusTest
@TestProfile(Anything.class)
class RightsMatrixTest {
    private static final Path TABLE = Path.of("src/test/resources/org/targetwatch/access/rights.txt");
    private static final List<String> REGIONS = List.of("511102", "511111", "511100", "519999");

    /** Of each region that exists, the number of a slip with a file. */
    private static final Map<String, Integer> SLIPS = new HashMap<>();

    private static final Map<String, Supplier<RequestSpecification>> CALLERS = callers();

    private static Map<String, Supplier<RequestSpecification>> callers() {
        Map<String, Supplier<RequestSpecification>> callers = new LinkedHashMap<>();
        callers.put("nobody", As::nobody);
        callers.put("reporter", () -> As.reporter("511102"));
        callers.put("reviewer", () -> As.reviewer("督导室", "计财科"));
        callers.put("leader", As::leader);
        callers.put("viewer", As::viewer);
        callers.put("regional", () -> As.viewer("511102"));
        callers.put("admin", As::admin);
        return callers;
    }

    /** A line of the table: what is sent, and what each caller is answered. */
    private record Line(String operation, String query, String body, List<String> expected) {
        static Line of(String text) {
            List<String> cells =
                    Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
            return new Line(cells.get(0), cells.get(1), cells.get(2), cells.subList(3, cells.size()));
        }

        /** Whether it is about a region, or about a slip of one. */
        boolean hasRegion() {
            String request = operation + query + body;
            return request.contains("{region}") || request.contains("{number}");
        }

        boolean agrees(List<String> answered) {
            return answered.size() == expected.size()
                    && IntStream.range(0, answered.size())
                            .allMatch(caller -> agrees(expected.get(caller), answered.get(caller)));
        }

        /** {@code in} is whatever somebody is answered who is let in. */
        private static boolean agrees(String expected, String answered) {
            return expected.equals("in") ? answered.matches("(?!401|403)[2-4]\\d\\d") : answered.equals(expected);
        }

        String answers(Supplier<RequestSpecification> caller) {
            List<String> regions = hasRegion() ? REGIONS : List.of("");
            return regions.stream().map(region -> answer(caller.get(), region)).collect(Collectors.joining(" "));
        }

        private String answer(RequestSpecification request, String region) {
            String[] operation = this.operation.split(" ", 2);
            String address = filled(operation[1] + query, region);
            if (!body.isEmpty()) {
                request.contentType(
                                operation[1].matches(".*/(imports|attachments)")
                                        ? "application/octet-stream"
                                        : "application/json")
                        .body(filled(body, region).getBytes(UTF_8));
            }
            return String.valueOf(request.urlEncodingEnabled(false)
                    .request(operation[0], address)
                    .statusCode());
        }

        private static String filled(String text, String region) {
            return text.replace("{plan}", "leshan-2020")
                    .replace("{indicator}", "preprimary-ger")
                    .replace("{region}", region)
                    // Other tests on this server issue bulletins, but none of this month.
                    .replace("/bulletins/{period}", "/bulletins/2020-06")
                    .replace("{period}", "2020-09")
                    .replace("{code}", "five-year-plan")
                    .replace("{id}", "987654")
                    .replace("{number}", String.valueOf(SLIPS.getOrDefault(region, 987_654)))
                    .replace("{seq}", "2")
                    .replace("{office}", "%E5%9F%BA%E6%95%99%E7%A7%91")
                    .replace("{format}", "html")
                    .replace("{name}", "nobody-of-that-name");
        }
    }

    @BeforeEach
    void openSlips() {
        REGIONS.stream().limit(3).forEach(region -> SLIPS.computeIfAbsent(region, RightsMatrixTest::slip));
    }

    private static int slip(String region) {
        Leshan.cardOnce("preprimary-ger", region, "2020-10", card -> true);
        int number = given().contentType(ContentType.JSON)
                .body("{\"indicator\": \"preprimary-ger\", \"region\": \"%s\", \"reason\": \"请说明\"}".formatted(region))
                .post("/api/v1/plans/leshan-2020/slips")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
        given().contentType(ContentType.BINARY)
                .body("%PDF-1.7".getBytes(UTF_8))
                .post("/api/v1/plans/leshan-2020/slips/" + number + "/attachments?name=a.pdf")
                .then()
                .statusCode(201);
        return number;
    }

    private static List<Line> lines() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Line::of)
                .toList();
    }

    @Test
    void operations_ofTheApi_standInTheTable() throws IOException {
        assertThat(lines().stream().map(Line::operation).distinct().toList())
                .as("Say in %s who may use each operation", TABLE)
                .containsAll(Operations.all().stream().map(Operation::name).toList());
    }

    @Test
    void operation_askedByAnybodyForAnyRegion_answersAsTheTableSays() throws IOException {
        List<String> served = Operations.all().stream().map(Operation::name).toList();
        List<String> differing = new ArrayList<>();
        for (Line line : lines()) {
            if (served.contains(line.operation)) {
                List<String> answered =
                        CALLERS.values().stream().map(line::answers).toList();
                if (!line.agrees(answered)) {
                    differing.add(line.operation + " expected " + line.expected + " answered " + answered);
                }
            }
        }
        assertThat(differing).as("callers %s", CALLERS.keySet()).isEmpty();
    }
}
