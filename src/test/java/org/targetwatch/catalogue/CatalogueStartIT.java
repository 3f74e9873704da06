package org.targetwatch.catalogue;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.targetwatch.Program;

class CatalogueStartIT {
    private static final int REFUSED = 78;

    @TempDir
    Path folder;

    @Test
    void packagedProgram_startedOnAFolderWithMistakes_namesThemAllAndEnds() throws IOException {
        writeSeeds(GoodFiles.regions("kind: city", "kind: 市"), GoodFiles.plan("unit: 亿元", "unit: 亿园"));
        try (Program program = Program.launch(folder, Map.of(), "-Dtargetwatch.seeds=seeds")) {
            assertThat(program.awaitExit()).isEqualTo(REFUSED);
            assertThat(program.output())
                    .contains("目录文件有 2 处错误，程序没有启动。", "seeds/regions.yaml:2 regions[100000].kind")
                    .contains("seeds/alpha-2021.yaml:44 indicators[investment].unit\n  “亿园”不是已知的单位")
                    .doesNotContain("\tat ", "Listening on");
        }
    }

    @Test
    void packagedProgram_startedTwice_servesItsOwnCatalogueThenTheFoldersToo() throws IOException {
        try (Program program = Program.start(folder)) {
            get(program.url() + "/api/v1/plans").then().body("code", contains("leshan-2020"));
            program.stop();
        }
        writeSeeds(GoodFiles.REGIONS, GoodFiles.PLAN);
        try (Program program = Program.start(folder, "-Dtargetwatch.seeds=seeds")) {
            get(program.url() + "/api/v1/plans").then().body("code", contains("alpha-2021", "leshan-2020"));
            get(program.url() + "/api/v1/plans/leshan-2020").then().body("version", equalTo(1));
            get(program.url() + "/api/v1/regions").then().body("size()", equalTo(4 + 13));
        }
    }

    private void writeSeeds(String regions, String plan) throws IOException {
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        Files.writeString(seeds.resolve("regions.yaml"), regions);
        Files.writeString(seeds.resolve("alpha-2021.yaml"), plan);
    }
}
