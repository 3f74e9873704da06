package org.targetwatch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.List;
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
}
