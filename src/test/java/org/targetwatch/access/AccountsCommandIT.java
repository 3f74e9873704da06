package org.targetwatch.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.targetwatch.Program;

/** The jar's own commands, beside the running program. */
class AccountsCommandIT {
    @TempDir
    Path folder;

    private record Ended(int code, String output) {}

    private Ended command(String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-jar",
                Path.of(System.getProperty("targetwatch.app"), "quarkus-run.jar")
                        .toString(),
                AccountsCommand.NAME));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private static int asked(Program program, String name, String password) {
        return given().noFilters()
                .auth()
                .preemptive()
                .basic(name, password)
                .get(program.url() + "/api/v1/me")
                .statusCode();
    }

    @Test
    void accounts_administeredBesideTheRunningProgram_areKnownToItAtOnce() throws Exception {
        try (Program program = Program.start(folder)) {
            Ended created = command("", "create", "wang", "--role", "reporter", "--region", "511102");
            assertThat(created.code).as(created.output).isZero();
            String password = created.output.strip();
            given().noFilters()
                    .auth()
                    .preemptive()
                    .basic("wang", password)
                    .get(program.url() + "/api/v1/me")
                    .then()
                    .statusCode(200)
                    .body("mustChangePassword", equalTo(true));

            assertThat(command("A-new-one-42\n", "reset", "wang", "--password-stdin"))
                    .isEqualTo(new Ended(0, ""));
            assertThat(asked(program, "wang", password)).isEqualTo(401);
            assertThat(asked(program, "wang", "A-new-one-42")).isEqualTo(200);

            assertThat(command("", "disable", "wang").code).isZero();
            assertThat(asked(program, "wang", "A-new-one-42")).isEqualTo(401);
            assertThat(command("", "list").output).contains("admin\tadmin", "wang\treporter\t511102\tdisabled");
        }
    }

    @Test
    void command_misusedOrWithoutAProgram_saysWhatToDo() throws Exception {
        assertThat(command("", "list").code).isEqualTo(78);
        try (Program program = Program.start(folder)) {
            assertThat(asked(program, "li", "nobody")).isEqualTo(401);
            assertThat(command("", "destroy", "admin"))
                    .matches(ended -> ended.code == 64 && ended.output.contains("accounts create"));
            assertThat(command("", "create", "li", "--role", "reporter"))
                    .matches(ended -> ended.code == 1 && ended.output.contains("region"));
        }
    }

    @Test
    void create_forAPlaceThatThereIsNot_isRefusedAndCreatesNothing() throws Exception {
        try (Program program = Program.start(folder)) {
            Ended region = command("", "create", "li", "--role", "reporter", "--region", "519999");
            assertThat(region.code).isEqualTo(1);
            assertThat(region.output).contains("没有填报单位 519999", "There is no region 519999");
            Ended office = command("", "create", "li", "--role", "reviewer", "--office", "基教科", "--office", "基础科");
            assertThat(office.code).isEqualTo(1);
            assertThat(office.output)
                    .contains("没有科室“基础科”", "There is no office '基础科'")
                    .doesNotContain("基教科");
            assertThat(command("", "list").output).doesNotContain("li\t");

            assertThat(command("", "create", "li", "--role", "reviewer", "--office", "教科所").code)
                    .as("an office that is only responsible")
                    .isZero();
            assertThat(program.output()).doesNotContain("ERROR");
        }
    }
}
