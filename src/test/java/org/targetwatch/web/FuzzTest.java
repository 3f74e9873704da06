package org.targetwatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.targetwatch.As;
import org.targetwatch.measure.Seeded;
import org.targetwatch.web.RandomRequests.Request;

/** Whatever is sent to any operation by anybody, it is never our failure, and a refusal never shows our insides. */
@QuarkusTest
@TestProfile(Anything.class)
class FuzzTest {
    private static final List<String> PEOPLE = List.of(
            "{\"role\": \"reporter\", \"region\": \"511102\"}",
            "{\"role\": \"reviewer\", \"offices\": [\"基教科\"]}",
            "{\"role\": \"admin\"}",
            "{\"role\": \"leader\"}",
            "{\"role\": \"viewer\", \"region\": \"511133\"}");

    private static final int REQUESTS = 10_000;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void operations_sentAnything_neverFail() throws Exception {
        JsonNode description = new ObjectMapper()
                .readTree(RestAssured.given()
                        .accept("application/json")
                        .get("/q/openapi")
                        .asString());
        RandomRequests requests = new RandomRequests(description, new Seeded(20201109));
        Map<String, Integer> succeeded = new TreeMap<>();
        Map<String, String> failures = new TreeMap<>();
        for (int number = 0; number < REQUESTS; number++) {
            Request request = requests.next(number);
            HttpResponse<String> answer = send(request, number);
            if (answer.statusCode() >= 500) {
                failures.putIfAbsent(request.operation(), request + " " + answer.body());
            } else if (answer.statusCode() >= 400) {
                assertThat(answer.body())
                        .as("%s", request)
                        .doesNotContain("org.targetwatch", "org.hibernate", "java.lang", "\tat ", "PSQL", "io.quarkus");
            } else {
                succeeded.merge(request.operation(), 1, Integer::sum);
            }
        }
        assertThat(failures).as("the first failure of each operation").isEmpty();
        assertThat(succeeded.size())
                .as(
                        "operations that some requests came through to, of %s: %s",
                        requests.operations(), succeeded.keySet())
                .isGreaterThan(requests.operations() * 2 / 3);
    }

    /** Every other request comes from whoever may make it, the others from anybody, known or not. */
    private static String authorization(URI address, int number) {
        int person = number / 2 % (PEOPLE.size() + 1);
        if (number % 2 == 0) {
            return As.authorization(address);
        }
        return "Bearer " + (person < PEOPLE.size() ? As.token(PEOPLE.get(person)) : "twt_" + "A".repeat(43));
    }

    private HttpResponse<String> send(Request request, int number) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + RestAssured.port + request.path());
        return client.send(
                HttpRequest.newBuilder(address)
                        .header("Authorization", authorization(address, number))
                        .header("Content-Type", "application/json")
                        .method(
                                request.method(),
                                request.body().isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(request.body()))
                        .build(),
                BodyHandlers.ofString());
    }
}
