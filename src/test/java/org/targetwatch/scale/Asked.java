package org.targetwatch.scale;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.targetwatch.Territory;
import org.targetwatch.Territory.Sent;

/** The requests that must stay fast, asked about one territory. */
record Asked(Territory territory) {
    private static final String INDICATOR = "public-kindergarten-share";

    /** What reads, by its name. */
    Map<String, Runnable> reads() {
        String card = "/scorecard/" + INDICATOR + "/" + territory.top();
        String county = "/scorecard/" + INDICATOR + "/" + territory.counties().get(0);
        Map<String, Runnable> reads = new TreeMap<>(Map.of(
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
        // What is achieved calls for nobody; where something does, what lies below it is read as well.
        reads.put("board page", () -> getPage("/?status=achieved&"));
        reads.put("indicator page", () -> getPage("/indicators/" + INDICATOR + "?"));
        return reads;
    }

    void get(String path) {
        RestAssured.get("/api/v1/plans/" + territory.plan() + path).then().statusCode(200);
    }

    private void getPage(String path) {
        RestAssured.get(path + "plan=" + territory.plan())
                .then()
                .statusCode(200)
                .contentType(ContentType.HTML);
    }

    /** The month of October of some counties. */
    void post(String query, int first, int counties, int revision) {
        post(
                query,
                IntStream.range(first, first + counties)
                        .boxed()
                        .flatMap(county -> territory.month(county, 10, revision)));
    }

    /**
     * Every county is far behind in September and October.
     *
     * @param done how little each has done of what its indicator counts
     */
    void postLag(int done) {
        post(
                "",
                IntStream.range(0, territory.counties().size())
                        .boxed()
                        .flatMap(county ->
                                IntStream.of(9, 10).boxed().flatMap(month -> territory.month(county, month, 0)))
                        .filter(sent -> sent.indicator().code().equals(INDICATOR))
                        .map(sent ->
                                new Sent(sent.indicator(), sent.region(), sent.period(), done, sent.denominator())));
    }

    private void post(String query, Stream<Sent> figures) {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Territory.json(figures))
                .post("/api/v1/plans/" + territory.plan() + "/figures" + query)
                .then()
                .statusCode(200);
    }
}
