package org.targetwatch.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(NewYear.class)
class RolloverRefusedTest {

    @Test
    void sameCode_twiceAtOnce_isOnePlan() {
        List<Integer> answers = IntStream.range(0, 2)
                .mapToObj(client -> CompletableFuture.supplyAsync(
                        () -> Rollovers.send(Rollovers.OLD, Rollovers.body("twice-2021", "\"year\": 2021"))
                                .extract()
                                .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsExactlyInAnyOrder(201, 409);
        Rollovers.send(Rollovers.OLD, Rollovers.body(Rollovers.OLD, "\"year\": 2021"))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", equalTo("There is a plan leshan-2020 already; give another code."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"code": "乐山-2021", "name": "新", "english": "New"}                | E-CODE
            {"code": "leshan 2021", "name": "新", "english": "New"}              | E-CODE
            {"code": "", "name": "新", "english": "New"}                         | E-CODE
            {"code": "x-2021", "year": 2020, "name": "新", "english": "New"}     | E-YEAR
            {"code": "x-2021", "year": 2101, "name": "新", "english": "New"}     | E-YEAR
            {"code": "x-2021", "name": " ", "english": "New"}                    | E-MISSING
            {"code": "x-2021", "name": "新", "english": "New\\u0007"}            | E-TEXT
            {"code": "x-2021", "name": "新\\ufffe", "english": "New"}            | E-TEXT
            """)
    void mistake_isRefusedByNameAndStoresNothing(String body, String code) {
        Rollovers.send(Rollovers.OLD, body)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations.code", equalTo(List.of(code)));
        given().get(Rollovers.PLANS + "x-2021").then().statusCode(404);
    }

    @Test
    void everythingMissing_isSaidAtOnce() {
        Rollovers.send(Rollovers.OLD, "{}")
                .statusCode(422)
                .body("violations.field", containsInAnyOrder("code", "name", "english"));
        Rollovers.send(Rollovers.OLD, Rollovers.body("x-2021", "\"name\": \"" + "名".repeat(201) + "\""))
                .statusCode(422)
                .body("violations", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"leshan-1999", "乐山"})
    void unknownPlan_cannotBeRolledOver(String plan) {
        Rollovers.send(plan, Rollovers.body("x-2021", "\"year\": 2021"))
                .statusCode(404)
                .body("detail", equalTo("There is no plan " + plan + "; see /api/v1/plans."));
    }
}
