package org.targetwatch.bulletin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.targetwatch.Leshan.COUNTIES;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.targetwatch.Json;
import org.targetwatch.Leshan;
import org.targetwatch.intake.DemoProfile;

/**
 * The bulletins of the demonstration. What is read as of {@code start} stays as it was, whatever other tests do; those
 * that issue come one after the other, as months do.
 */
@QuarkusTest
@TestProfile(DemoBulletinTest.DemoOfItsOwn.class)
@TestMethodOrder(OrderAnnotation.class)
class DemoBulletinTest {
    /** Hundreds of corrections are made here, which other tests of the demonstration must not see. */
    public static final class DemoOfItsOwn extends DemoProfile {}

    private static final String PLAN = "/api/v1/plans/leshan-2020";
    private static final Path GOLDEN = Path.of("src/test/resources/org/targetwatch/bulletin/2020-09.txt");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.(\\d+))?");
    private static Instant start;

    @BeforeEach
    void rememberTheStart() {
        start = start == null ? Instant.now().truncatedTo(ChronoUnit.MICROS) : start;
    }

    private static JsonPath data(String period, Instant knownAt) {
        return given().config(Json.EXACT)
                .queryParam("knownAt", knownAt.toString())
                .get(PLAN + "/bulletins/" + period)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static byte[] file(String address) {
        return given().get(PLAN + "/bulletins/" + address)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    // ---- read aloud ----

    @Test
    void september_readAloud_isTheGoldenText() throws IOException {
        // Which slips the rule has opened by then depends on how fast it was judged; they have a test of their own.
        String text = PlainText.of(data("2020-09", start))
                .replaceAll("(?s)六、督办事项\n.*?\n\n七", "六、督办事项\n在办督办单若干件。\n\n七")
                .replaceAll("数据版本：.*以前报送的数据，目录第\\d+版", "数据版本：某时以前报送的数据，目录第1版");
        assertThat(text).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void everyMonth_asDraft_isWholeAndHoldsNothingConfidential() {
        for (int month = 1; month <= 11; month++) {
            String text = PlainText.of(data("2020-%02d".formatted(month), start));
            assertThat(text)
                    .doesNotContain("null", "高考一本", "高考本科", "上线率", "Optional", "NaN")
                    .doesNotContainPattern("-0(?![\\d.])")
                    .doesNotContainPattern("，[，。；]|。。|、[，。]|（）")
                    .contains(
                            "一、总体情况", "二、分指标进展", "三、各县（市、区）比较", "四、滞后事项清单", "五、未按时报送单位", "六、督办事项", "七、修订说明", "八、下一步要求");
        }
    }

    // ---- on paper ----

    @Test
    void september_printed_breaksNoNumber() throws IOException {
        try (XWPFDocument paper = new XWPFDocument(new ByteArrayInputStream(file("2020-09.docx")))) {
            List<XWPFTableCell> cells = paper.getTables().stream()
                    .flatMap(table -> table.getRows().stream())
                    .flatMap(row -> row.getTableCells().stream())
                    .toList();
            assertThat(cells).hasSizeGreaterThan(500);
            assertThat(cells)
                    .filteredOn(cell -> longestNumber(cell.getText()) + 2 * DocxTable.MARGIN > cell.getWidth())
                    .extracting(XWPFTableCell::getText)
                    .isEmpty();
        }
    }

    /** In twips, at 9.5 pt: a digit of the widest font that may stand in for the paper's own takes two thirds of that. */
    private static double longestNumber(String text) {
        double digit = 9.5 * 20 * 2 / 3;
        return NUMBER.matcher(text)
                .results()
                .mapToDouble(number -> digit * (number.group().length() - (number.group(1) == null ? 0 : 0.5)))
                .max()
                .orElse(0);
    }

    // ---- every number stands on a card ----

    @Test
    void everyNumber_ofSeptember_isFoundOnACard() {
        List<Map<String, Object>> phrases = new ArrayList<>();
        collect(data("2020-09", start).get(), phrases);
        Cards cards = new Cards();
        SoftAssertions softly = new SoftAssertions();
        phrases.stream().filter(phrase -> phrase.get("source") != null).forEach(phrase -> cards.check(softly, phrase));
        softly.assertAll();
        assertThat(cards.checked).hasSizeGreaterThan(8);
        assertThat(phrases).filteredOn(phrase -> phrase.get("source") != null).hasSizeGreaterThan(300);
    }

    /** Numbers with a unit are all traced: what has no source is a date, a count or a name. */
    @Test
    void wordsWithoutASource_ofSeptember_holdNoMeasurement() {
        List<Map<String, Object>> phrases = new ArrayList<>();
        collect(data("2020-09", start).getList("chapters.blocks.phrases"), phrases);
        assertThat(phrases)
                .isNotEmpty()
                .filteredOn(phrase -> phrase.get("source") == null)
                .allSatisfy(phrase -> assertThat(
                                phrase.get("text").toString().replaceAll("（[56]6人[^）]*）|(督办单|逾期|已办结)\\d+件", ""))
                        .doesNotContainPattern("\\d(亿|万|元|平方米|台套|所|班|起|件|人)|\\d个百分点")
                        .doesNotContainPattern("(?<!报齐率[\\d.]{1,6})%"));
    }

    @SuppressWarnings("unchecked")
    private static void collect(Object json, List<Map<String, Object>> phrases) {
        if (json instanceof Map<?, ?> map) {
            if (map.containsKey("source")) {
                phrases.add((Map<String, Object>) map);
            }
            map.values().forEach(value -> collect(value, phrases));
        } else if (json instanceof List<?> list) {
            list.forEach(value -> collect(value, phrases));
        }
    }

    private static final class Cards {
        private final Map<String, Map<String, Map<String, Object>>> byRegionAndPeriod = new HashMap<>();
        private final Set<String> checked = new TreeSet<>();

        /** All cards of a region and month are read at once, and judged anew for it. */
        private Map<String, Object> card(String region, String period, String indicator) {
            return byRegionAndPeriod
                    .computeIfAbsent(region + " " + period, key -> cards(region, period))
                    .get(indicator);
        }

        private static Map<String, Map<String, Object>> cards(String region, String period) {
            Map<String, Map<String, Object>> cards = new HashMap<>();
            given().config(Json.EXACT)
                    .queryParam("size", 1_000)
                    .queryParam("region", region)
                    .queryParam("period", period)
                    .queryParam("knownAt", start.toString())
                    .get(PLAN + "/scorecard")
                    .jsonPath()
                    .<Map<String, Object>>getList("")
                    .forEach(card -> cards.put((String) card.get("indicator"), card));
            return cards;
        }

        private void check(SoftAssertions softly, Map<String, Object> phrase) {
            Map<?, ?> source = (Map<?, ?>) phrase.get("source");
            String field = (String) source.get("field");
            String name = source + " " + phrase.get("text");
            checked.add(field);
            BigDecimal number = phrase.get("number") == null ? null : decimal(phrase.get("number"));
            if (number == null) {
                return;
            }
            BigDecimal onCard = onCard(source, field);
            BigDecimal worth = decimal(source.get("worth"));
            softly.assertThat(onCard).as(name).isNotNull();
            if (onCard != null) {
                softly.assertThat(number.multiply(worth).subtract(onCard).abs())
                        .as(name + " against " + onCard)
                        .isLessThanOrEqualTo(worth.max(BigDecimal.ONE).movePointLeft(9));
                shown(softly, source, (String) phrase.get("text"), number);
            }
        }

        private static void shown(SoftAssertions softly, Map<?, ?> source, String text, BigDecimal number) {
            String name = source + " " + text;
            Matcher shown = NUMBER.matcher(text.replaceAll("^[^\\d]*", ""));
            softly.assertThat(shown.find()).as(name).isTrue();
            int decimals = shown.group(1) == null ? 0 : shown.group(1).length();
            boolean guessedPieces = source.get("field").toString().startsWith("forecast") && decimals == 0;
            BigDecimal rounded = number.abs().setScale(guessedPieces ? 0 : Math.max(2, decimals), RoundingMode.HALF_UP);
            softly.assertThat(new BigDecimal(shown.group())).as(name).isEqualByComparingTo(rounded);
        }

        private BigDecimal onCard(Map<?, ?> source, String field) {
            String region = (String) source.get("region");
            String period = (String) source.get("period");
            String indicator = (String) source.get("indicator");
            return switch (field) {
                case "change" -> change(region, period, indicator);
                case "year" -> year(indicator, period);
                default -> field(card(region, period, indicator), field);
            };
        }

        /** {@code forecast.low} stands one level deeper. */
        private static BigDecimal field(Map<String, Object> card, String field) {
            int dot = field.indexOf('.');
            return dot < 0
                    ? decimal(card.get(field))
                    : decimal(((Map<?, ?>) card.get(field.substring(0, dot))).get(field.substring(dot + 1)));
        }

        private BigDecimal change(String region, String period, String indicator) {
            int month = Integer.parseInt(period.substring(5));
            BigDecimal before = field(card(region, "2020-%02d".formatted(month - 1), indicator), "actual");
            return field(card(region, period, indicator), "actual").subtract(before);
        }

        /** Figures of both years added up by hand, of the regions that have both. */
        private BigDecimal year(String indicator, String period) {
            Map<String, Map<String, Object>> now = figures(indicator, period);
            Map<String, Map<String, Object>> then = figures(indicator, period.replace("2020", "2019"));
            now.keySet().retainAll(then.keySet());
            then.keySet().retainAll(now.keySet());
            BigDecimal before = total(then);
            return total(now).subtract(before).multiply(new BigDecimal(100)).divide(before, 12, RoundingMode.HALF_UP);
        }

        private static Map<String, Map<String, Object>> figures(String indicator, String period) {
            Map<String, Map<String, Object>> byRegion = new HashMap<>();
            given().config(Json.EXACT)
                    .get(PLAN + "/figures?size=1000&indicator=" + indicator + "&period=" + period)
                    .jsonPath()
                    .<Map<String, Object>>getList("")
                    .forEach(figure -> byRegion.put((String) figure.get("region"), figure));
            return byRegion;
        }

        private static BigDecimal total(Map<String, Map<String, Object>> figures) {
            BigDecimal denominator = sum(figures, "denominator");
            return denominator.signum() == 0
                    ? sum(figures, "value")
                    : sum(figures, "numerator").divide(denominator, 20, RoundingMode.HALF_UP);
        }

        private static BigDecimal sum(Map<String, Map<String, Object>> figures, String field) {
            return figures.values().stream()
                    .map(figure -> decimal(figure.get(field)))
                    .filter(Objects::nonNull)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private static BigDecimal decimal(Object value) {
            return value == null ? null : new BigDecimal(value.toString());
        }
    }

    // ---- frozen ----

    @Test
    @Order(1)
    void issuedBulletin_after500Corrections_isMadeAgainByteForByte() {
        JsonPath issued = issue("2020-06");
        assertThat(issued.getInt("number")).isEqualTo(1);
        Map<String, byte[]> files = new HashMap<>();
        List.of("html", "docx", "xlsx").forEach(format -> files.put(format, file("2020-06." + format)));

        int corrections = correct();

        assertThat(corrections).isGreaterThan(500);
        files.forEach((format, bytes) -> {
            assertThat(file("2020-06." + format)).as(format).isEqualTo(bytes);
            assertThat(madeAgain("2020-06." + format, issued.getString("knownAt")))
                    .as(format + " made again from the data")
                    .isEqualTo(bytes);
        });
        JsonPath next = issue("2020-07");
        assertThat(next.getInt("number")).isEqualTo(2);
        assertThat(PlainText.of(given().config(Json.EXACT)
                        .get(PLAN + "/bulletins/2020-07")
                        .jsonPath()))
                .contains("与第1期通报（2020年6月）相比，2020年6月及以前的数据修订72项（更正72项）")
                .contains("重大项目完成投资", "数据修订明细", "核对后更正");
        assertThat(file("2020-06.docx")).isEqualTo(files.get("docx"));
        given().get("/api/v1/audit/verify?plan=leshan-2020").then().body("intact", equalTo(true));
    }

    private static JsonPath issue(String period) {
        return issue(period, "{}").statusCode(200).extract().jsonPath();
    }

    private static ValidatableResponse issue(String period, String body) {
        return given().contentType("application/json")
                .body(body)
                .post(PLAN + "/bulletins/" + period + "/issue")
                .then();
    }

    private static byte[] madeAgain(String address, String knownAt) {
        return given().queryParam("knownAt", knownAt)
                .get(PLAN + "/bulletins/" + address)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    /** Seven rounds over the investment of every region in every month up to June. */
    private static int correct() {
        List<String> regions =
                Stream.concat(COUNTIES.stream(), Stream.of("511100-ZS")).toList();
        int corrections = 0;
        for (int round = 1; round <= 7; round++) {
            int cents = round;
            String[] figures = regions.stream()
                    .flatMap(region -> IntStream.rangeClosed(1, 6).mapToObj(month -> corrected(region, month, cents)))
                    .toArray(String[]::new);
            corrections += Leshan.post(figures).statusCode(200).extract().<Integer>path("revised");
        }
        return corrections;
    }

    private static String corrected(String region, int month, int round) {
        return """
               {"indicator": "major-project-investment", "region": "%s", "period": "2020-%02d", "value": %s,
                "unit": "元", "note": "合成数据 synthetic：核对后更正"}"""
                .formatted(region, month, 1_000_000 * month + round);
    }

    @Test
    @Order(2)
    void bulletins_areIssuedInTheOrderOfMonths_andNeverChange() {
        String looked = Instant.now().toString();
        assertThat(issue("2020-08", "{\"knownAt\": \"" + looked + "\"}")
                        .statusCode(200)
                        .extract()
                        .<Integer>path("number"))
                .isEqualTo(3);

        issue("2020-08", "{}").statusCode(409).body("detail", containsString("已作为第 3 期印发"));
        issue("2020-05", "{}").statusCode(409).body("detail", containsString("此前月份"));
        issue("2020-11", "{}").statusCode(409).body("detail", containsString("尚未结束"));
        issue("2020-09", "{\"knownAt\": \"" + start + "\"}")
                .statusCode(409)
                .body("detail", containsString("knownAt 早于"));
        given().contentType("application/json")
                .body("{\"demands\": \"改。\"}")
                .post(PLAN + "/bulletins/2020-08")
                .then()
                .statusCode(409);
        assertThat(new String(file("2020-08.html"), StandardCharsets.UTF_8)).contains("<p class=\"issue\">第3期</p>");
        given().get(PLAN + "/bulletins?after=1&size=1")
                .then()
                .header("Link", containsString("after=2"))
                .body("period", equalTo(List.of("2020-07")))
                .body("[0].issuedBy", notNullValue());
    }

    @Test
    @Order(3)
    void figureTakenBack_sinceTheLastBulletin_isToldInTheNext() {
        given().contentType("application/json")
                .body("{\"reason\": \"误报，查无此件\"}")
                .post(PLAN + "/figures/petition-backlog/511132/2020-02/withdraw")
                .then()
                .statusCode(200);
        assertThat(PlainText.of(given().config(Json.EXACT)
                        .get(PLAN + "/bulletins/2020-09")
                        .jsonPath()))
                .contains("与第3期通报（2020年8月）相比，2020年8月及以前的数据修订1项（退回或者撤回1项），涉及峨边彝族自治县")
                .contains("峨边彝族自治县 | 信访积案 | 2020年2月 |", "| 已退回或者撤回 | 误报，查无此件")
                .contains("此前各期通报不作改动");
    }

    // ---- slips ----

    @Test
    void slip_thatWasAnswered_standsInTheDraftAndInTheListOfLags() {
        int number = slip("", "{\"indicator\": \"petition-backlog\", \"region\": \"511112\", \"reason\": \"积案偏多\"}")
                .path("number");
        slip("/" + number + "/reply", "{\"reason\": \"历史遗留\", \"measure\": \"领导包案\", \"newDate\": \"2020-12-20\"}");

        String text = PlainText.of(
                given().config(Json.EXACT).get(PLAN + "/bulletins/2020-09").jsonPath());
        assertThat(text)
                .contains("\n" + number + " | 五通桥区 | 信访积案 | 10月严重滞后 | 11月9日 | 已回复待审核 | 12月20日 | 历史遗留 | 领导包案\n")
                .contains("五通桥区 | 信访积案 | 8件 | 高33.33% | 严重滞后 | 历史遗留 | 领导包案 | 2020年12月20日\n")
                .contains("月份晚于2020年9月的，与本通报所列状态可能不同")
                .containsPattern("在办督办单\\d+件");

        slip("/" + number + "/send-back", "{\"reason\": \"措施不具体\", \"due\": \"2020-11-20\"}");
        assertThat(PlainText.of(given().config(Json.EXACT)
                        .get(PLAN + "/bulletins/2020-09")
                        .jsonPath()))
                .as("what was sent back is not published")
                .doesNotContain("历史遗留")
                .contains("\n" + number + " | 五通桥区 | 信访积案 | 10月严重滞后 | 11月9日 | 已退回 | 11月20日 | 待报 | 待报\n");

        slip("/" + number + "/close", "{\"reason\": \"测试完毕\"}");
        assertThat(PlainText.of(given().config(Json.EXACT)
                        .get(PLAN + "/bulletins/2020-09")
                        .jsonPath()))
                .doesNotContain("历史遗留")
                .contains("；已办结");
    }

    private static ExtractableResponse<Response> slip(String path, String body) {
        return given().contentType("application/json")
                .body(body)
                .post(PLAN + "/slips" + path)
                .then()
                .statusCode(anyOf(equalTo(200), equalTo(201)))
                .extract();
    }
}
