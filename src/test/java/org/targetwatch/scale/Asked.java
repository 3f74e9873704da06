package org.targetwatch.scale;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.targetwatch.Territory;

/** The requests that must stay fast, asked about one territory. */
record Asked(Territory territory) {
    private static final String INDICATOR = "public-kindergarten-share";

    /** What reads, by its name. */
    Map<String, Runnable> reads() {
        String card = "/scorecard/" + INDICATOR + "/" + territory.top();
        String county = "/scorecard/" + INDICATOR + "/" + territory.counties().get(0);
        return new TreeMap<>(Map.of(
                "scorecard", () -> get("/scorecard"),
                "why-card", () -> get(card),
                "why-card of a county", () -> get(county),
                "history", () -> get(card + "/history"),
                "gap", () -> get("/scorecard/" + INDICATOR + "/gap"),
                "comparison", () -> get("/scorecard/" + INDICATOR + "/comparison"),
                "calendar", () -> get("/calendar"),
                "one figure",
                        () -> get("/figures/" + INDICATOR + "/"
                                + territory.counties().get(0) + "/2020-10"),
                "figures", () -> get("/figures?region=" + territory.counties().get(0)),
                "dry run", () -> post("?dryRun=true", 3, 1, 9)));
    }

    void get(String path) {
        RestAssured.get("/api/v1/plans/" + territory.plan() + path).then().statusCode(200);
    }

    /** The month of October of some counties. */
    void post(String query, int first, int counties, int revision) {
        String body = Territory.json(IntStream.range(first, first + counties)
                .boxed()
                .flatMap(county -> territory.month(county, 10, revision)));
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/plans/" + territory.plan() + "/figures" + query)
                .then()
                .statusCode(200);
    }
}
