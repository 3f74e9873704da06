package org.targetwatch.archive;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.targetwatch.Judged;

/** A plan that has lived is exported, then the server is emptied before each test. */
@QuarkusTest
@TestProfile(ArchiveTest.OwnServer.class)
class ArchiveTest {
    private static final String REVISION = "\"type\":\"revision\"";
    private static final List<String> TABLES = List.of(
            "bulletin_text",
            "bulletin",
            "slip_attachment",
            "slip_step",
            "slip",
            "sealed_head",
            "closing",
            "figure",
            "chain_head",
            "revision",
            "batch",
            "target",
            "exemption",
            "deliverable_revision",
            "card");

    /** Nobody else's figures, and a limit that a test can reach. */
    public static class OwnServer implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "targetwatch.business-date",
                    "2020-11-09",
                    "targetwatch.archive.max-bytes",
                    "1000000",
                    // a slip that opens by itself would make the same plan differ from one moment to the next
                    "targetwatch.supervision.guaranteed",
                    "off",
                    "targetwatch.supervision.stated",
                    "off",
                    "targetwatch.supervision.planned",
                    "off",
                    "targetwatch.supervision.strive",
                    "off");
        }
    }

    private static ArchiveFile archive;
    private static Map<String, String> answers;
    private static Instant between;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    private static Server server() {
        return new Server(RestAssured.baseURI + ":" + RestAssured.port);
    }

    @BeforeEach
    void liveOnceThenEmpty() throws SQLException {
        if (archive == null) {
            between = server().live();
            Judged.awaitAll();
            answers = server().answers(between);
            archive = server().export();
        }
        for (String table : TABLES) {
            execute("DELETE FROM " + table + " WHERE plan = 'leshan-2020'");
        }
        execute("DELETE FROM audit_event WHERE chain = 'leshan-2020'");
        execute("DELETE FROM audit_head WHERE chain = 'leshan-2020'");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, owner, password);
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = targetwatch");
            statement.execute(sql);
        }
    }

    private static ValidatableResponse restore(ArchiveFile file) {
        return server().restore(file.bytes());
    }

    private static void assertNothingStored() {
        assertThat(types(server().export())).containsOnlyKeys("archive", "plan", "end");
    }

    private static Map<String, Long> types(ArchiveFile file) {
        Map<String, Long> types = new TreeMap<>();
        file.lines().forEach(line -> types.merge(ArchiveFile.type(line), 1L, Long::sum));
        return types;
    }

    // ---- what comes out, and what goes in ----

    @Test
    void archive_ofAPlanThatHasLived_holdsEverything() {
        assertThat(types(archive))
                .isEqualTo(Map.ofEntries(
                        entry("archive", 1L),
                        entry("plan", 1L),
                        entry("target", 2L),
                        entry("exemption", 1L),
                        entry("deliverable", 2L),
                        entry("batch", 8L),
                        entry("revision", 8L),
                        entry("closing", 3L),
                        entry("draft", 1L),
                        entry("bulletin", 1L),
                        entry("slip", 1L),
                        entry("step", 4L),
                        entry("attachment", 1L),
                        entry("event", 17L),
                        entry("end", 1L)));
    }

    @Test
    void bulletin_ofAClosedMonth_carriesTheSealOfItsLastClosing() {
        JsonPath closings = new JsonPath(answers.get("/closings"));
        JsonPath bulletin = new JsonPath(answers.get("/bulletins/2020-01"));
        assertThat(bulletin.getString("head.seal")).isEqualTo(closings.getString("[-1].seal"));
        assertThat(bulletin.getString("notes[1]"))
                .contains(
                        "关账（第3号），封印（SHA-256）：" + closings.getString("[-1].seal").substring(0, 8) + " ");
        assertThat(bulletin.getString("chapters[7].blocks[0].phrases[0].text")).isEqualTo("抓紧推进。");
    }

    @Test
    void archive_imported_makesTheServerAnswerAsBefore() {
        restore(archive)
                .statusCode(201)
                .header("Location", endsWith("/api/v1/plans/leshan-2020"))
                .body("plan", equalTo("leshan-2020"))
                .body("records.revision", equalTo(8))
                .body("records.closing", equalTo(3));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(server().answers(between)).isEqualTo(answers));
        server().assertIntact();
        assertThat(server().export().records()).isEqualTo(archive.records());
        assertThat(given().get("/api/v1/audit/events?plan=leshan-2020&size=1000")
                        .jsonPath()
                        .getList("act"))
                .contains("plan.imported", "plan.exported", "target.set", "period.closed");
    }

    @Test
    void archive_imported_goesOnWhereItEnded() {
        restore(archive).statusCode(201);
        server().report("511102", "2020-06", "1.6", "{}");
        given().get(server().url() + Server.PLAN + "/figures/major-project-investment/511102/2020-06")
                .then()
                .body("revisions.seq", equalTo(List.of(1, 2, 3, 4)));
        server().assertIntact();
    }

    @Test
    void archive_packed_isSmallerAndImportedAsWell() {
        byte[] packed = undecoded()
                .header("Accept-Encoding", "gzip")
                .get(server().url() + Server.PLAN + "/export")
                .then()
                .statusCode(200)
                .header("Content-Encoding", "gzip")
                .header("Content-Disposition", containsString("leshan-2020-"))
                .extract()
                .asByteArray();
        assertThat(packed)
                .startsWith(0x1f, 0x8b)
                .hasSizeLessThan(server().export().bytes().length / 2);
        server().restore(archive.packed()).statusCode(201);
    }

    private static RequestSpecification undecoded() {
        return given().config(RestAssured.config()
                .decoderConfig(RestAssured.config().getDecoderConfig().noContentDecoders()));
    }

    @Test
    void archive_notPacked_forThoseWhoRefuseIt() {
        for (String refused : List.of("identity", "gzip;q=0", "gzip; q=0.0, br")) {
            undecoded()
                    .header("Accept-Encoding", refused)
                    .get(server().url() + Server.PLAN + "/export")
                    .then()
                    .header("Content-Encoding", (String) null);
        }
    }

    @Test
    void archive_ofAnUnknownPlan_isNotFound() {
        given().get(server().url() + "/api/v1/plans/nowhere-2020/export").then().statusCode(404);
    }

    @Test
    void everyTypeAndField_standsInTheDocument() throws IOException {
        String document = Files.readString(Path.of("docs/archive.md"));
        archive.lines().forEach(line -> {
            String type = ArchiveFile.type(line);
            String section = document.split("### `" + type + "`", 2)[1].split("\n##", 2)[0];
            Set<String> documented = Pattern.compile("`(\\w+)`(?=[^|\\n]*\\| )")
                    .matcher(section)
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> written = new TreeSet<>();
            ExactJson.object(line.getBytes(StandardCharsets.UTF_8))
                    .orElseThrow()
                    .fieldNames()
                    .forEachRemaining(written::add);
            written.remove("type");
            assertThat(documented).as(type).containsAll(written);
        });
    }

    /** Derived, or only of this server: left out on purpose. */
    private static final Set<String> LEFT_OUT =
            Set.of("figure", "chain_head", "card", "judging_note", "judged_day", "report_draft", "digest");

    @Test
    void everyTableOfAPlan_isArchivedOrLeftOutOnPurpose() throws SQLException {
        Set<String> archived = new TreeSet<>(Set.of(
                "plan_version",
                "target",
                "exemption",
                "deliverable_revision",
                "batch",
                "revision",
                "closing",
                "sealed_head",
                "bulletin_text",
                "bulletin",
                "slip",
                "slip_step",
                "slip_attachment",
                "audit_event"));
        archived.addAll(LEFT_OUT);
        assertThat(tablesOfPlans())
                .as("A new table of a plan needs a Section in archive, or a backup would lose it")
                .isEqualTo(archived);
    }

    private Set<String> tablesOfPlans() throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection(database, owner, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        """
                        SELECT table_name FROM information_schema.columns
                        JOIN information_schema.tables USING (table_schema, table_name)
                        WHERE table_schema = 'targetwatch' AND column_name = 'plan' AND table_type = 'BASE TABLE'""")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    // ---- what is refused ----

    @Test
    void archive_importedTwice_isAConflict() {
        restore(archive).statusCode(201);
        restore(archive).statusCode(409).body("detail", containsString("leshan-2020"));
        assertThat(server().export().records()).isEqualTo(archive.records());
    }

    @ParameterizedTest
    @MethodSource("partsOfAPlan")
    void archive_forAPlanOfWhichSomethingIsKnown_isAConflict(String part) {
        ArchiveFile other = new ArchiveFile(archive.lines().stream()
                        .filter(line -> List.of("archive", "plan", "end").contains(ArchiveFile.type(line))
                                || part.contains(ArchiveFile.type(line)))
                        .toList())
                .sealed();
        restore(other).statusCode(201);
        restore(archive).statusCode(409);
    }

    static Stream<String> partsOfAPlan() {
        return Stream.of(
                "target", "exemption", "deliverable", "batch", "batch revision", "draft", "slip step", "event");
    }

    @Test
    void archive_cutBehindAnyLine_isRefused() {
        for (int count = 0; count < archive.lines().size(); count++) {
            restore(new ArchiveFile(archive.lines().subList(0, count))).statusCode(422);
        }
        byte[] packed = archive.packed();
        server().restore(Arrays.copyOf(packed, packed.length / 2))
                .statusCode(422)
                .body("violations.code", hasItem("E-ARCHIVE-DAMAGED"));
        assertNothingStored();
    }

    @Test
    void archive_withoutAnyOfItsLines_isRefused() {
        for (int line = 1; line <= archive.lines().size(); line++) {
            restore(archive.without(line)).statusCode(422);
        }
        assertNothingStored();
    }

    @Test
    void digitOfARevision_changed_isNamed() {
        int line = archive.lineOf(REVISION, "\"value\":123456000");
        restore(archive.changed(line, text -> text.replace("123456000", "123456001")))
                .statusCode(422)
                .body("violations[0].index", equalTo(line - 1))
                .body("violations[0].field", equalTo("hash"))
                .body("violations[0].code", equalTo("E-ARCHIVE-CHAIN"))
                .body("detail", containsString("第 " + line + " 行"));
        assertNothingStored();
    }

    private static Arguments forged(String code, String where, String from, String to) {
        return Arguments.of(code, where, from, to);
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                forged("E-ARCHIVE-CHAIN", "\"type\":\"batch\"", "\"checkedBy\":\"李四\"", "\"checkedBy\":\"李五\""),
                forged("E-ARCHIVE-CHAIN", "\"note\":\"“核定”", "第二行", "第三行"),
                forged("E-ARCHIVE-CHAIN", "\"state\":\"returned\"", "\"state\":\"returned\"", "\"state\":\"accepted\""),
                forged("E-ARCHIVE-CHAIN", "\"seq\":3", "\"seq\":3", "\"seq\":4"),
                forged("E-ARCHIVE-CHAIN", "\"act\":\"reopened\"", "2020-11-20", "2020-12-20"),
                forged("E-ARCHIVE-CHAIN", "\"type\":\"bulletin\"", "\"text\":1", "\"text\":0"),
                forged("E-ARCHIVE-LINE", "\"type\":\"bulletin\"", "\"html\":\"", "\"html\":\"*"),
                forged(
                        "E-ARCHIVE-CHAIN",
                        "\"act\":\"closed\"",
                        "\"region\":\"511102\",\"seq\":3",
                        "\"region\":\"511102\",\"seq\":2"),
                forged("E-ARCHIVE-CHAIN", "\"act\":\"target.set\"", "\"recordedBy\":\"", "\"recordedBy\":\"x"),
                forged("E-ARCHIVE-CHAIN", "\"act\":\"period.reopened\"", "2020-11-20", "2020-12-20"),
                forged("E-ARCHIVE-LINE", "\"act\":\"target.set\"", "\"number\":\"1\"", "\"number\":1"),
                forged("E-ARCHIVE-LINE", REVISION, "\"quality\":\"preliminary\"", "\"quality\":\"guessed\""),
                forged("E-ARCHIVE-LINE", REVISION, "\"value\":", "\"numerator\":"),
                forged("E-ARCHIVE-LINE", "\"numerator\":910", "\"denominator\":1000", "\"denominator\":0"),
                forged("E-ARCHIVE-LINE", "\"type\":\"target\"", "\"value\":", "\"low\":"),
                forged(
                        "E-ARCHIVE-LINE",
                        "\"type\":\"target\"",
                        "\"trajectory\":\"linear\"",
                        "\"trajectory\":\"curved\""),
                forged("E-ARCHIVE-LINE", "\"type\":\"target\"", "\"type\":\"target\"", "\"type\":\"wish\""),
                forged("E-ARCHIVE-LINE", "\"type\":\"exemption\"", "\"exempt\":true", "\"exempt\":true,\"more\":1"),
                forged("E-ARCHIVE-LINE", "\"state\":\"done\"", "\"doneOn\":\"2020-09-30\",", ""),
                forged("E-ARCHIVE-LINE", "\"type\":\"plan\"", "\"regions\":[", "\"regions\":[{\"code\":\"x\"},"),
                forged("E-ARCHIVE-LINE", "\"type\":\"plan\"", "\"unit\":\"亿元\"", "\"unit\":\"亿园\""),
                forged("E-ARCHIVE-LINE", "\"type\":\"slip\"", "\"cause\":\"hand\"", "\"cause\":\"wish\""),
                forged("E-ARCHIVE-LINE", "\"type\":\"step\"", "\"act\":\"replied\"", "\"act\":\"accepted\""),
                forged("E-ARCHIVE-LINE", "\"act\":\"sent_back\"", "\"seq\":4", "\"seq\":5"),
                forged("E-ARCHIVE-LINE", "\"type\":\"attachment\"", "\"content\":\"JVBE", "\"content\":\"JVBF"),
                forged("E-ARCHIVE-LINE", "\"type\":\"archive\"", "leshan-2020", "leshan-2021"));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void archive_forgedWithAnEndThatFits_isRefused(String code, String where, String from, String to) {
        ArchiveFile forged = archive.changed(archive.lineOf(where, from), line -> line.replace(from, to))
                .sealed();
        restore(forged).statusCode(422).body("violations.code", hasItem(code));
        assertNothingStored();
    }

    @Test
    void recordThatStandsTwice_isRefused() {
        for (String type : List.of("target", "exemption", "deliverable", "batch", "slip", "step", "attachment")) {
            int line = archive.lineOf("\"type\":\"" + type + "\"");
            restore(archive.with(line, archive.lines().get(line - 1)).sealed())
                    .statusCode(422)
                    .body("violations.code", hasItem("E-ARCHIVE-LINE"));
        }
        assertNothingStored();
    }

    @Test
    void revisionWithoutItsBatch_isRefused() {
        restore(archive.without(archive.lineOf("\"type\":\"batch\"")).sealed())
                .statusCode(422)
                .body("violations[0].field", equalTo("batch"))
                .body("violations[0].code", equalTo("E-ARCHIVE-CHAIN"));
    }

    @Test
    void chainThatEndsBeforeItsSeal_isRefused() {
        int last = archive.lineOf(REVISION, "\"region\":\"511102\"", "\"seq\":3");
        restore(archive.without(last).sealed())
                .statusCode(422)
                .body("violations[0].code", equalTo("E-ARCHIVE-CHAIN"))
                .body("violations[0].message", containsString("封存"));
    }

    @Test
    void whatIsNoArchive_isRefusedAsSuch() {
        for (String content : List.of("{}", "hello\n", "{\"figures\":[]}\n")) {
            server().restore(content.getBytes(StandardCharsets.UTF_8))
                    .statusCode(422)
                    .body("violations[0].code", equalTo("E-ARCHIVE"));
        }
    }

    @Test
    void bodyThatIsTooLarge_isRefused() {
        server().restore(new byte[1_000_001]).statusCode(413);
    }

    @Test
    void refusal_inEnglish_saysLineAndReason() {
        given().contentType("application/x-ndjson")
                .header("Accept-Language", "en")
                .body(archive.without(archive.lines().size()).bytes())
                .post(server().url() + "/api/v1/imports")
                .then()
                .statusCode(422)
                .body(
                        "detail",
                        equalTo("Nothing was imported. Line " + archive.lines().size()
                                + ": the last line, of type end, is missing. The archive is damaged or incomplete; use another"
                                + " copy."));
    }
}
