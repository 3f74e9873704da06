package org.targetwatch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.targetwatch.Program;

class DemoIT {
    @TempDir
    Path folder;

    @Test
    void freshFolder_readyForTheFirstTime_everythingIsPostedAndJudged() {
        try (Program program = Program.start(folder, "-Dquarkus.profile=demo", "-Dtargetwatch.data-dir=data")) {
            String metrics =
                    RestAssured.get(program.managementUrl() + "/q/metrics").asString();
            List<String> statuses = RestAssured.get(program.url() + "/api/v1/plans/leshan-2020/scorecard")
                    .jsonPath()
                    .getList("status");

            assertThat(metrics).contains("targetwatch_judging_queue_size 0.0");
            assertThat(statuses).hasSize(41).contains("achieved", "behind", "missed");
            assertThat(program.output()).contains("演示数据已载入并评判完毕", "/q/swagger-ui", "curl -s");
        }
    }

    @Test
    void folderWithOtherFigures_startedAsADemonstration_isRefusedAndEnds() {
        try (Program program = Program.start(folder, "-Dtargetwatch.business-date=2020-11-09")) {
            RestAssured.given()
                    .contentType("application/json")
                    .body(
                            """
                            {"figures": [{"indicator": "petition-backlog", "region": "511102", "period": "2020-09",
                             "value": 3, "unit": "件"}]}""")
                    .post(program.url() + "/api/v1/plans/leshan-2020/figures")
                    .then()
                    .statusCode(200);
            program.stop();
        }
        try (Program program =
                Program.launch(folder, Map.of(), "-Dquarkus.profile=demo", "-Dtargetwatch.data-dir=data")) {
            assertThat(program.awaitExit()).isEqualTo(78);
            assertThat(program.output())
                    .contains("演示数据未能载入，程序没有启动。", "targetwatch.data-dir")
                    .doesNotContain("\tat ", "Listening on");
        }
    }
}
