package org.targetwatch.supervision;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.targetwatch.Leshan.CITY;
import static org.targetwatch.Leshan.COUNTIES;
import static org.targetwatch.Leshan.quantity;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.targetwatch.Program;

/** A slip over three months: days pass between one start of the program and the next. */
class SlipIT {
    private static final String PLAN = "/api/v1/plans/leshan-2020";
    private static final String INDICATOR = "new-public-kindergarten-places";

    @TempDir
    Path folder;

    @Test
    void slip_overMonths_growsOverdue_andClosesAfterTheSecondGreenOne() {
        try (Program november = programOn("2020-11-09")) {
            report(november, "2020-10", "10500");
            awaitStatus(november, "2020-10", "behind");
            post(november, "/slips", "{\"indicator\": \"" + INDICATOR + "\", \"reason\": \"请说明\"}", 201);
            assertThat(slip(november).getBoolean("overdue")).isFalse();
            november.stop();
        }
        try (Program december = programOn("2020-12-08")) {
            report(december, "2020-11", "12000");
            awaitStatus(december, "2020-11", "on_track");
            assertThat(slip(december).getString("state"))
                    .as("one month is not enough")
                    .isEqualTo("open");
            assertThat(slip(december).getBoolean("overdue")).isTrue();
            assertThat(RestAssured.get(december.url() + PLAN + "/digests/基教科")
                            .jsonPath()
                            .getString("text"))
                    .contains("日报（2020-12-08）")
                    .contains("1 号 乐山市“新增公办园学位”：待回复，2020-11-16 到期，已逾期。");
            december.stop();
        }
        try (Program january = programOn("2021-01-06")) {
            report(january, "2020-12", "13501");
            await().atMost(Program.PATIENCE).until(() -> slip(january).getString("state"), "recovered"::equals);
            assertThat(slip(january).<String>getList("steps.act")).containsExactly("opened", "recovered");
            january.stop();
        }
    }

    private Program programOn(String date) {
        return Program.start(folder, "-Dtargetwatch.business-date=" + date);
    }

    private static void report(Program program, String period, String value) {
        String figures = Stream.concat(COUNTIES.stream(), Stream.of(CITY + "-ZS"))
                .map(region -> quantity(INDICATOR, region, period, region.equals("511102") ? value : "0", "个"))
                .collect(joining(",", "{\"figures\": [", "]}"));
        post(program, "/figures", figures, 200);
    }

    private static void post(Program program, String path, String body, int status) {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post(program.url() + PLAN + path)
                .then()
                .statusCode(status);
    }

    private static void awaitStatus(Program program, String period, String status) {
        await().atMost(Program.PATIENCE)
                .until(
                        () -> RestAssured.get(program.url() + PLAN + "/scorecard/" + INDICATOR + "/" + CITY + "?period="
                                        + period)
                                .jsonPath()
                                .getString("status"),
                        status::equals);
    }

    private static JsonPath slip(Program program) {
        return RestAssured.get(program.url() + PLAN + "/slips/1").jsonPath();
    }
}
