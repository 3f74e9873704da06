package org.targetwatch.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.Leshan;
import org.targetwatch.Sent;
import org.targetwatch.measure.Seeded;

/** Figures in each format over HTTP: templates out, files in. */
@QuarkusTest
class FormatsTest {
    private static final String CSV = "text/csv";
    private static final String TEMPLATES = "/api/v1/plans/leshan-2020/templates/";
    private static final Path FOLDER = Path.of("src/test/resources/org/targetwatch/intake");
    private static final RestAssuredConfig BYTES = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private static ValidatableResponse post(String type, byte[] body) {
        return given().config(BYTES)
                .contentType(type)
                .body(body)
                .post(Sent.FIGURES)
                .then();
    }

    private static ValidatableResponse read(String period) {
        return given().get(Sent.FIGURES + "/education-expenditure/511132/" + period)
                .then();
    }

    private static byte[] template(String region, String period) {
        return given().get(TEMPLATES + region + "/" + period + ".xlsx")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static byte[] filled(String region, String period, Consumer<XSSFSheet> filling) {
        return Forms.changed(template(region, period), filling);
    }

    private static String current(String region, String period) {
        return given().get(Sent.FIGURES + "?size=1000&region=" + region + "&period=" + period)
                .asString();
    }

    // ---- CSV ----

    @Test
    void csv_asChineseExcelWritesIt_isStored() {
        byte[] table =
                """
                指标,填报单位,报告期,数值,计量单位,分子,分母,备注
                education-expenditure,511132,2020-03,1.25,万元,,,峨边县决算
                repeat-petitions,511132,2020-03,3,件,,,
                """
                        .replace("\n", "\r\n")
                        .getBytes(Charset.forName("GB18030"));
        post(CSV, table).statusCode(200).body("created", equalTo(2));
        post(CSV, table).statusCode(200).body("unchanged", equalTo(2));
        read("2020-03").body("value", equalTo(12_500)).body("note", equalTo("峨边县决算"));
    }

    @Test
    void csv_withMistakes_namesLineAndColumnAndStoresNothing() {
        byte[] table =
                """
                indicator;region;period;数值;unit
                education-expenditure;511132;2020-04;1,25;亿元
                education-expenditure;511132;2020-05;1.25;平方米
                education-expenditure;511132;2020-06;1.25;亿元
                education-expenditure;511132;2020-06;1.25;亿元
                """
                        .getBytes(StandardCharsets.UTF_8);
        post(CSV, table)
                .statusCode(422)
                .body("violations", hasSize(3))
                .body("violations[0].index", equalTo(0))
                .body(
                        "violations[0].message",
                        startsWith("第 2 行“数值”列 (education-expenditure 511132 2020-04)：“1,25”不是数字"))
                .body("violations[1].message", startsWith("第 3 行“unit”列"))
                .body("violations[2].message", containsString("与 第 4 行 重复"));
        read("2020-06").statusCode(404);
    }

    @Test
    void csv_ofADryRun_isNotStored() {
        given().config(BYTES)
                .contentType(CSV)
                .body("指标,填报单位,报告期,数值,单位\neducation-expenditure,511132,2020-07,1,亿元\n".getBytes(StandardCharsets.UTF_8))
                .post(Sent.FIGURES + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("created", equalTo(1));
        read("2020-07").statusCode(404);
    }

    // ---- the form ----

    @Test
    void form_filledAndPosted_isStored() {
        byte[] form = filled("511132", "2020-08", sheet -> {
            Forms.cell(sheet, "education-expenditure", FormColumn.VALUE).setCellValue(1.1);
            Forms.cell(sheet, "education-expenditure", FormColumn.NOTE).setCellValue("含续建");
            Forms.cell(sheet, "repeat-petitions", FormColumn.VALUE).setCellValue(4);
        });
        post(XlsxReader.MEDIA_TYPE, form).statusCode(200).body("created", equalTo(2));
        read("2020-08").body("value", equalTo(11_000)).body("note", equalTo("含续建"));
    }

    @Test
    void form_ofTheNextMonth_showsTheLastFigure() {
        Leshan.report(Leshan.quantity("education-expenditure", "511124", "2020-04", "1.5", "亿元"));
        byte[] form = template("511124", "2020-05");
        Forms.changed(form, sheet -> assertThat(Forms.cell(sheet, "education-expenditure", FormColumn.LAST)
                        .getCellFormula())
                .startsWith("15000*10000/"));
    }

    @Test
    void form_withMistakes_namesTheCellAndStoresNothing() {
        byte[] form = filled("511132", "2020-09", sheet -> {
            Forms.cell(sheet, "education-expenditure", FormColumn.VALUE).setCellValue("20万元");
            Forms.cell(sheet, "repeat-petitions", FormColumn.VALUE).setCellValue(1.5);
            Forms.cell(sheet, "petition-backlog", FormColumn.VALUE).setCellValue(3);
        });
        post(XlsxReader.MEDIA_TYPE, form)
                .statusCode(422)
                .body("violations", hasSize(2))
                .body("violations[0].message", startsWith("单元格 G9 (education-expenditure 511132 2020-09)："))
                .body("violations[1].code", equalTo("E-WHOLE"));
        assertThat(current("511132", "2020-09")).isEqualTo("[]");
    }

    @Test
    void form_leftEmpty_isRefused() {
        post(XlsxReader.MEDIA_TYPE, template("511132", "2020-09"))
                .statusCode(422)
                .body("violations.code", equalTo(List.of("E-EMPTY")));
    }

    @Test
    void form_filledInLibreOffice_isReadAsItWasFilled() throws IOException {
        byte[] form = Files.readAllBytes(FOLDER.resolve("filled-in-libreoffice.xlsx"));
        JsonPath answer = given().config(BYTES)
                .contentType(XlsxReader.MEDIA_TYPE)
                .body(form)
                .post(Sent.FIGURES + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("received", equalTo(9))
                .extract()
                .jsonPath();
        assertThat(actual(answer, "major-project-investment")).isEqualTo(330_000_000);
        assertThat(actual(answer, "compulsory-improvement-investment")).isEqualTo(39_805_000);
        assertThat(actual(answer, "compulsory-improvement-floor-area")).isEqualTo(6_200);
        assertThat(actual(answer, "compulsory-improvement-equipment")).isEqualTo(29_000);
    }

    private static Object actual(JsonPath answer, String indicator) {
        return answer.get("effects.find { it.region == '511102' && it.indicator == '" + indicator + "' }.toActual");
    }

    @Test
    void form_asked_isNamedInChinese() {
        given().get(TEMPLATES + "511132/2020-08.xlsx")
                .then()
                .header("Content-Type", startsWith(XlsxReader.MEDIA_TYPE))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"511132-2020-08.xlsx\"; filename*=UTF-8''"
                                + "%E5%B3%A8%E8%BE%B9%E5%BD%9D%E6%97%8F%E8%87%AA%E6%B2%BB%E5%8E%BF2020%E5%B9%B48%E6%9C%88%E5%A1%AB%E6%8A%A5%E8%A1%A8.xlsx");
    }

    @ParameterizedTest
    @CsvSource({
        "leshan-2021/templates/511132/2020-08.xlsx, 404, leshan-2021",
        "leshan-2020/templates/513436/2020-08.xlsx, 404, 513436",
        "leshan-2020/templates/511132/2025-08.xlsx, 404, 没有需要填报的指标",
        "leshan-2020/templates/511132/2020-8.xlsx,  400, 2020-8"
    })
    void form_thatIsNone_isAProblem(String path, int status, String detail) {
        given().get("/api/v1/plans/" + path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(detail));
    }

    // ---- what is not taken ----

    @ParameterizedTest
    @CsvSource({
        "application/json, '%PDF-1.7',         415, PDF",
        "text/csv,         '{\"figures\": []}', 415, JSON",
        "text/csv,         '指标\n\"',           422, 填报单位",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, 'PK', 400, 损坏",
        "application/vnd.ms-excel, x,          415, application/vnd.ms-excel"
    })
    void content_thatIsNotWhatItClaims_isRefused(String type, String content, int status, String said) {
        ValidatableResponse answer = post(type, content.getBytes(StandardCharsets.UTF_8))
                .statusCode(status)
                .contentType("application/problem+json");
        assertThat(answer.extract().asString()).contains(said);
    }

    @Test
    void form_aboveTenMegabytes_isRefused() {
        post(XlsxReader.MEDIA_TYPE, new byte[10 * 1024 * 1024 + 1])
                .statusCode(413)
                .body("detail", containsString("10485760"));
    }

    @Test
    void batch_aboveAMegabyte_isRead() {
        String spaces = " ".repeat(3 * 1024 * 1024);
        post(CSV, ("指标,填报单位,报告期\n" + "x".repeat(200_000)).getBytes(StandardCharsets.UTF_8))
                .statusCode(400);
        post("application/json", (spaces + "{\"figures\": []}").getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("violations[0].code", equalTo("E-EMPTY"));
    }

    // ---- broken inputs, a sample of those that BrokenInputsTest reads ----

    @Test
    void json_broken_storesAllOrNothing() {
        sample(
                "application/json",
                """
                {"figures": [{"indicator": "education-expenditure", "region": "511132", "period": "2020-02", "value": 1.25, "unit": "万元"},
                 {"indicator": "repeat-petitions", "region": "511132", "period": "2020-02", "value": 3, "unit": "件"}]}"""
                        .getBytes(StandardCharsets.UTF_8),
                Broken::json);
    }

    @Test
    void csv_broken_storesAllOrNothing() {
        sample(
                CSV,
                """
                指标,填报单位,报告期,数值,单位,分子,分母
                education-expenditure,511132,2020-02,1.25,万元,,
                repeat-petitions,511132,2020-02,3,件,,
                """
                        .getBytes(StandardCharsets.UTF_8),
                Broken::csv);
    }

    @Test
    void xlsx_broken_storesAllOrNothing() {
        byte[] form = filled("511132", "2020-02", sheet -> {
            Forms.cell(sheet, "education-expenditure", FormColumn.VALUE).setCellValue(1.1);
            Forms.cell(sheet, "repeat-petitions", FormColumn.VALUE).setCellValue(4);
        });
        sample(XlsxReader.MEDIA_TYPE, form, Broken::xlsx);
    }

    private static void sample(String type, byte[] good, BiFunction<byte[], Seeded, byte[]> breaking) {
        Seeded.times(60, seeded -> {
            String before = current("511132", "2020-02");
            Response answer = post(type, breaking.apply(good, seeded)).extract().response();
            assertThat(answer.statusCode()).isIn(200, 400, 413, 415, 422);
            if (answer.statusCode() != 200) {
                assertThat(answer.contentType()).startsWith("application/problem+json");
                assertThat(current("511132", "2020-02")).isEqualTo(before);
            }
        });
    }
}
