package org.targetwatch.watching;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.Tool;
import org.targetwatch.progress.Status;

/** What every alert and every panel must have, and that the tools which read them agree. */
class WatchingContractTest {
    private static final Path RUNBOOK = Path.of("docs/runbook.md");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (\\w+)$");
    private static final Map<String, String> ANY =
            Map.of("plan", "p", "office", ".*", "indicator", "i", "region", "r", "__rate_interval", "1m");

    @TempDir
    Path folder;

    /** What a test says of an alert at a time: whether it fires. */
    private record Expected(Duration at, boolean fires) {
        static Expected of(Map<?, ?> one) {
            return new Expected(
                    Duration.parse("PT" + one.get("eval_time").toString().toUpperCase(Locale.ROOT)),
                    !Rules.list(one.get("exp_alerts")).isEmpty());
        }
    }

    @Test
    void everyAlert_inOneTest_isSilent_fires_andResolves_andIsTestedWithoutData() {
        for (Rules.Rule alert : Rules.alerts()) {
            String name = alert.alert().orElseThrow();
            List<Map<?, ?>> tests = Rules.list(((Map<?, ?>) Rules.yaml(testOf(alert))).get("tests"));
            assertThat(tests.stream().map(test -> expectations(test, name)))
                    .as(name)
                    .anyMatch(story -> story.matches("-+F+-+"));
            assertThat(tests.stream()
                            .filter(test -> !test.containsKey("input_series"))
                            .map(test -> expectations(test, name)))
                    .as(name + " without data")
                    .anyMatch(story -> !story.isEmpty());
        }
    }

    private static Path testOf(Rules.Rule alert) {
        return Rules.TESTS.resolve(alert.file().getFileName().toString().replace(".yaml", "_test.yaml"));
    }

    /** A test's story of an alert in the order of time: - where it is silent, F where it fires. */
    private static String expectations(Map<?, ?> test, String alert) {
        return Rules.list(test.get("alert_rule_test")).stream()
                .filter(one -> alert.equals(one.get("alertname")))
                .map(Expected::of)
                .sorted(comparing(Expected::at))
                .map(expected -> expected.fires() ? "F" : "-")
                .collect(joining());
    }

    @Test
    void everyAlert_inTheRunbook_hasAHeading_andNoHeadingIsLeftOver() throws IOException {
        List<String> headings = HEADING.matcher(Files.readString(RUNBOOK))
                .results()
                .map(heading -> heading.group(1))
                .toList();
        assertThat(headings)
                .containsExactlyInAnyOrderElementsOf(Rules.alerts().stream()
                        .map(Rules.Rule::alert)
                        .flatMap(Optional::stream)
                        .toList());
    }

    @Test
    void everyAlert_leadsToTheRunbookAndABoard_andHasASeverity() {
        Set<String> boards = Board.all().stream().map(Board::name).collect(toSet());
        for (Rules.Rule alert : Rules.alerts()) {
            Map<?, ?> labels = (Map<?, ?>) alert.content().get("labels");
            Map<?, ?> texts = (Map<?, ?>) alert.content().get("annotations");
            String name = alert.alert().orElseThrow();
            assertThat(labels.get("severity")).as(name).isNotNull();
            assertThat(labels.get("topic") + ".yaml")
                    .as(name)
                    .isEqualTo(alert.file().getFileName().toString());
            assertThat(texts.get("runbook_url").toString()).endsWith("#" + name.toLowerCase(Locale.ROOT));
            assertThat(texts.get("dashboard").toString().replaceAll(".*/d/([a-z-]+).*", "$1"))
                    .as(name)
                    .isIn(boards);
        }
    }

    @Test
    void rules_checkedAndTestedByPromtool_areClean() throws Exception {
        run("prometheus", "promtool", command("check", "rules"), Rules.files(Rules.ALERTS));
        run("prometheus", "promtool", command("test", "rules"), Rules.files(Rules.TESTS));
        run("prometheus", "promtool", command("check", "config"), List.of(Path.of("deploy/prometheus.yml")));
    }

    @Test
    void alertmanager_withAndWithoutItsOptionalParts_isClean() throws Exception {
        Path deploy = Path.of("deploy");
        Files.createSymbolicLink(
                folder.resolve("alertmanager"), deploy.resolve("alertmanager").toAbsolutePath());
        String config = Files.readString(deploy.resolve("alertmanager.yml"));
        Path all = Files.writeString(
                folder.resolve("alertmanager.yml"),
                Watchers.forOlderAlertmanager(config).replaceAll("#(wecom|webhook|slips|daily)# ", ""));

        run(
                "prometheus-alertmanager",
                "amtool",
                command("check-config"),
                List.of(deploy.resolve("alertmanager.yml"), all));
        Path plain = deploy.resolve("alertmanager.yml");
        assertThat(receivers(plain, "topic=targets", "severity=critical")).isEqualTo("slips,machines,office-now");
        assertThat(receivers(plain, "topic=targets", "severity=warning")).isEqualTo("slips,machines,digest");
        assertThat(receivers(plain, "topic=reports", "severity=warning")).isEqualTo("machines,digest");
        assertThat(receivers(plain, "topic=supervision", "severity=warning")).isEqualTo("machines,digest");
        assertThat(receivers(all, "topic=targets", "severity=warning")).isEqualTo("slips,machines,office-daily");
        assertThat(receivers(all, "topic=supervision", "severity=warning")).isEqualTo("machines,office-daily");
        assertThat(receivers(all, "topic=service", "severity=critical")).isEqualTo("operations");
    }

    private String receivers(Path config, String... labels) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("config", "routes", "test", "--config.file=" + config));
        arguments.addAll(List.of(labels));
        return run("prometheus-alertmanager", "amtool", arguments, List.of()).strip();
    }

    @Test
    void everyBoard_isCalledAsItsFile_andIsWhatGrafanaUnderstands() throws IOException {
        JsonSchema schema = schema();
        for (Board board : Board.all()) {
            assertThat(board.json().get("uid").asText()).isEqualTo(board.name());
            assertThat(schema.validate(board.json())).as(board.name()).isEmpty();
            assertThat(board.panels().stream().map(panel -> panel.get("id").asInt()))
                    .as(board.name())
                    .doesNotHaveDuplicates();
        }
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(Files.readString(Path.of("src/test/resources/grafana/board.schema.json")));
    }

    @ParameterizedTest
    @CsvSource({
        "/panels/0/options/colorMode, \"loud\"",
        "/panels/0/options/shine, true",
        "/panels/0/type, \"graph\"",
        "/panels/2/fieldConfig/defaults/custom/minWidth, \"wide\"",
        "/panels/2/fieldConfig/defaults/custom/minWide, 80",
        "/panels/0/gridPos/w, \"all\"",
        "/templating/list/0/hide, \"no\"",
        "/rows, 1"
    })
    void board_withAMistake_isRefusedByTheSchema(String place, String value) throws IOException {
        ObjectNode board = Board.named("targetwatch-overview").json().deepCopy();
        int name = place.lastIndexOf('/');
        ((ObjectNode) board.at(place.substring(0, name)))
                .set(place.substring(name + 1), new ObjectMapper().readTree(value));

        assertThat(schema().validate(board)).isNotEmpty();
    }

    @Test
    void everyVariable_ofABoard_isUsedThere_andAllFourAreSomewhere() {
        Set<String> used = new TreeSet<>();
        for (Board board : Board.all()) {
            String panels = board.json().get("panels").toString();
            for (JsonNode variable : board.json().at("/templating/list")) {
                String name = variable.get("name").asText();
                assertThat(panels).as(board.name()).contains("$" + name);
                used.add(name);
            }
        }
        assertThat(used).containsExactly("indicator", "office", "plan", "region");
    }

    @Test
    void everyLink_ofABoard_leadsToABoard() {
        Set<String> boards = Board.all().stream().map(Board::name).collect(toSet());
        assertThat(Board.all().stream()
                        .flatMap(board -> board.json().findValuesAsText("url").stream())
                        .filter(url -> !url.isEmpty())
                        .map(url -> url.replaceAll("^/d/([a-z-]+).*", "$1")))
                .isNotEmpty()
                .allMatch(boards::contains);
    }

    @Test
    void everyPanel_saysWhatItShows_inWhatUnit_andLeadsOn() {
        Set<String> boards = Board.all().stream().map(Board::name).collect(toSet());
        for (Board board : Board.all()) {
            for (JsonNode panel : board.panels()) {
                String name = board.name() + ": " + panel.path("title").asText();
                assertThat(panel.path("title").asText()).as(name).isNotBlank();
                assertThat(panel.path("description").asText()).as(name).isNotBlank();
                assertThat(panel.at("/fieldConfig/defaults/unit").asText())
                        .as(name)
                        .isNotBlank();
                assertThat(panel.at("/fieldConfig/defaults/noValue").isMissingNode()
                                && panel.at("/fieldConfig/defaults/custom").isMissingNode())
                        .as("%s says what it shows when there is nothing", name)
                        .isFalse();
                assertThat(panel.at("/links/0/url").asText().replaceAll("^/d/([a-z-]+).*", "$1"))
                        .as(name)
                        .isIn(boards)
                        .isNotEqualTo(board.name());
            }
        }
    }

    @Test
    void everyStatus_onTheBoards_hasItsWordAndAColourOfItsOwn() {
        for (Board board : Board.all()) {
            board.json().findValues("mappings").stream()
                    .map(mappings -> mappings.at("/0/options"))
                    .filter(options -> options.has("7"))
                    .forEach(options -> {
                        for (Status status : Status.values()) {
                            assertThat(options.at("/" + status.number() + "/text")
                                            .asText())
                                    .isEqualTo(status.chinese());
                        }
                        assertThat(Board.children(options)
                                        .map(one -> one.get("color").asText()))
                                .doesNotHaveDuplicates();
                    });
        }
    }

    @Test
    void everyQuery_ofBoards_parses() throws Exception {
        String rules = Board.all().stream()
                .flatMap(Board::queries)
                .filter(query -> !query.sql())
                .map(query -> query.with(ANY))
                .map(query -> "  - {record: 'q', labels: {panel: '%s'}, expr: '%s'}"
                        .formatted(query.panel(), query.text().replace("'", "''")))
                .distinct()
                .collect(joining("\n", "groups:\n- name: boards\n  rules:\n", "\n"));
        run(
                "prometheus",
                "promtool",
                command("check", "rules", "--lint=none"),
                List.of(Files.writeString(folder.resolve("boards.yaml"), rules)));
    }

    @Test
    void everyRecordedMetric_thatIsUsed_isRecorded_andBoardsReadOnlyThose() {
        Set<String> recorded =
                Rules.all().stream().flatMap(rule -> rule.record().stream()).collect(toSet());
        Stream<String> inRules = Rules.all().stream().flatMap(Rules.Rule::queries);
        Stream<String> inBoards = Board.all().stream()
                .flatMap(board -> Stream.concat(
                        board.queries().filter(query -> !query.sql()).map(Board.Query::text), board.variableQueries()));
        assertThat(inRules.flatMap(Rules::ownMetrics).filter(name -> name.contains(":")))
                .allMatch(recorded::contains);
        assertThat(inBoards.flatMap(Rules::ownMetrics)).isNotEmpty().allMatch(recorded::contains);
    }

    private static List<String> command(String... words) {
        return List.of(words);
    }

    private String run(String debianPackage, String program, List<String> arguments, List<Path> files)
            throws Exception {
        List<String> command =
                new ArrayList<>(List.of(Tool.require(program, debianPackage).toString()));
        command.addAll(arguments);
        files.forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(false)
                .redirectError(folder.resolve("errors").toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor())
                .as(output + Files.readString(folder.resolve("errors")))
                .isZero();
        return output;
    }
}
