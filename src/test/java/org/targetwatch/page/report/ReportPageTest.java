package org.targetwatch.page.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.targetwatch.Leshan.ratio;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.As;
import org.targetwatch.Leshan;
import org.targetwatch.page.BrowserTest;
import org.targetwatch.page.Desk;

@QuarkusTest
@TestProfile(Desk.class)
class ReportPageTest extends BrowserTest {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Override
    protected String grant() {
        return reporter("511100");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, DESK, LIGHT", "zh-CN, PHONE, DARK", "en, WALL, LIGHT", "en, PHONE, LIGHT"})
    void form_onEveryScreen_isAccessibleAndFits(String language, Screen screen, ColorScheme light) {
        Page page = browser(language, screen, light);
        page.navigate("/report?region=511102&period=2020-10");
        Assertions.assertThat(page.locator(".entry").count()).isGreaterThan(10);
        keepPicture(page, "report-%s-%s-%s".formatted(language, screen, light));
        assertFitsItsScreen(page);
        assertAccessible(page);
    }

    @Test
    void form_filledByKeyboard_isCheckedWhileTypingAndSent() {
        Page page = browser();
        page.navigate("/report?region=511111&period=2020-10");
        input(page, "numerator.preprimary-ger").focus();
        page.keyboard().type("9300");
        page.keyboard().press("Tab");
        page.keyboard().type("10000");
        page.keyboard().press("Tab");
        assertThat(said(page, "preprimary-ger")).containsText("沙湾区");
        assertThat(said(page, "preprimary-ger")).containsText("93%");
        keepPicture(page, "report-preview");
        assertAccessible(page);
        page.locator(".report button[value=send]").focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*sent=1$"));
        assertThat(page.locator(".notice-good")).containsText("已报送 1 项");
        assertThat(page.locator("#line-preprimary-ger")).containsText("已报");
        assertThat(input(page, "numerator.preprimary-ger")).hasValue("9300");
    }

    @Test
    void mistake_typed_isSaidBesideTheFieldAndNotSent() {
        Page page = browser();
        page.navigate("/report?region=511112&period=2020-10");
        input(page, "numerator.oversized-class-rate").fill("120");
        input(page, "denominator.oversized-class-rate").fill("100");
        input(page, "value.after-school-service").fill("2.5");
        page.keyboard().press("Tab");
        assertThat(said(page, "oversized-class-rate").locator(".said-wrong")).isVisible();
        assertThat(said(page, "after-school-service").locator(".said-wrong")).containsText("整数");
        page.click(".report button[value=send]");
        assertThat(page.locator("#verdict")).containsText("未保存任何内容");
        assertThat(input(page, "value.after-school-service")).hasValue("2.5");
        keepPicture(page, "report-mistakes");
        assertAccessible(page);
    }

    @Test
    void oddFigure_sent_wantsANoteOrASecondLook() {
        Page page = browser();
        report(page, "511113", "2020-09", "value.compulsory-improvement-equipment", "1");
        page.navigate("/report?region=511113&period=2020-10");
        input(page, "value.compulsory-improvement-equipment").fill("10000");
        page.click(".report button[value=send]");
        assertThat(said(page, "compulsory-improvement-equipment").locator(".said-odd"))
                .isVisible();
        keepPicture(page, "report-odd");
        assertAccessible(page);
        input(page, "note.compulsory-improvement-equipment").fill("集中采购到货，已核对合同");
        page.keyboard().press("Tab");
        assertThat(page.locator(".report button[value=send]")).isVisible();
        page.click(".report button[value=send]");
        assertThat(page.locator(".notice-good")).isVisible();
    }

    @Test
    void draft_kept_isThereAgainUntilItIsSent() {
        Page page = browser();
        page.navigate("/report?region=511123&period=2020-10");
        input(page, "value.major-project-investment").fill("1.25");
        input(page, "preparedBy").fill("张三");
        page.click("button[value=save]");
        page.navigate("/report?region=511123&period=2020-10");
        assertThat(input(page, "value.major-project-investment")).hasValue("1.25");
        assertThat(page.locator("aside")).containsText("草稿");
        page.click(".report button[value=send]");
        assertThat(page.locator(".notice-good")).isVisible();
        assertThat(page.locator("aside")).not().containsText("草稿");
    }

    @Test
    void form_withoutScripts_isCheckedAndSentByTheServer() {
        Page page = browserWithoutScripts();
        page.navigate("/report?region=511124&period=2020-10");
        input(page, "value.major-project-investment").fill("很多");
        page.click(".report button[value=send]");
        assertThat(said(page, "major-project-investment").locator(".said-wrong"))
                .containsText("不是数字");
        assertThat(input(page, "value.major-project-investment")).hasValue("很多");
        input(page, "value.major-project-investment").fill("１．５");
        page.click(".report button[value=send]");
        assertThat(page.locator(".notice-good")).containsText("已报送 1 项");
    }

    @Test
    void workbook_downloadedFilledAndUploaded_isCheckedAndTakenIn() throws IOException {
        Page page = browser();
        page.navigate("/report?region=511126&period=2020-10");
        byte[] form = page.request()
                .get(page.locator("a[download]").getAttribute("href"))
                .body();
        byte[] filled = filled(form, "major-project-investment", 0.75);
        page.locator("input[type=file]").setInputFiles(new FilePayload("填报表.xlsx", WORKBOOK, filled));
        page.click("text=检查文件");
        assertThat(page.locator("#verdict")).containsText("可以报送：新增 1 项");
        page.locator("input[type=file]").setInputFiles(new FilePayload("填报表.xlsx", WORKBOOK, filled));
        page.click("text=报送文件");
        assertThat(page.locator(".notice-good")).containsText("已报送 1 项");
        assertThat(input(page, "value.major-project-investment")).hasValue("0.75");
    }

    @Test
    void file_thatIsNoForm_isRefusedInWords() {
        Page page = browser();
        page.navigate("/report?region=511126&period=2020-10");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("photo.xlsx", WORKBOOK, "no workbook".getBytes()));
        page.click("text=检查文件");
        assertThat(page.locator("#verdict .said-wrong")).isVisible();
    }

    private static Locator input(Page page, String name) {
        return page.locator("[name=\"" + name + "\"]");
    }

    private static Locator said(Page page, String indicator) {
        return page.locator("#said-" + indicator);
    }

    private static void report(Page page, String region, String period, String field, String value) {
        page.navigate("/report?region=%s&period=%s".formatted(region, period));
        input(page, field).fill(value);
        page.click(".report button[value=send]");
        assertThat(page.locator(".notice-good")).isVisible();
    }

    /** As a clerk would: the line is found by its hidden code, the value goes into the column of values. */
    private static byte[] filled(byte[] form, String indicator, double value) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(form));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Cell code = cellWith(workbook, indicator);
            Cell key = cellWith(workbook, "value");
            code.getRow().getCell(key.getColumnIndex()).setCellValue(value);
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static Cell cellWith(XSSFWorkbook workbook, String text) {
        for (Row row : workbook.getSheetAt(0)) {
            for (Cell cell : row) {
                if (cell.toString().equals(text)) {
                    return cell;
                }
            }
        }
        throw new AssertionError("The form holds no " + text);
    }

    @Test
    void figure_takenBackWithAReason_isMissingAndNotErased() {
        Leshan.report(ratio("preprimary-ger", "511181", "2020-10", "9100", "10000"));
        Page page = browserWithoutScripts();
        page.navigate("/report?region=511181&period=2020-10");
        page.click("#line-preprimary-ger a:has-text('撤回')");
        assertThat(page.locator("main")).containsText("9,100 / 10,000");
        keepPicture(page, "withdraw");
        page.fill("[name=reason]", " ");
        page.click("button:has-text('确认撤回')");
        assertThat(page.locator("[role=alert]")).containsText("请写明理由");
        page.fill("[name=reason]", "报错了单位");
        page.click("button:has-text('确认撤回')");
        assertThat(page.locator(".notice-good")).containsText("已撤回：学前三年毛入学率");
        assertThat(page.locator("#line-preprimary-ger .mark-not_started")).isVisible();
        assertThat(page.locator("#line-preprimary-ger a:has-text('撤回')")).hasCount(0);
        JsonPath figure = Leshan.get("/figures/preprimary-ger/511181/2020-10");
        Assertions.assertThat(figure.getString("state")).isEqualTo("withdrawn");
        Assertions.assertThat(figure.getList("revisions.reason")).contains("报错了单位");
        Assertions.assertThat(figure.getList("revisions")).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, DESK, LIGHT", "en, PHONE, DARK"})
    void withdrawal_asked_isAccessibleAndFits(String language, Screen screen, ColorScheme light) {
        Leshan.report(ratio("preprimary-ger", "511133", "2020-10", "9300", "10000"));
        Page page = browser(language, screen, light);
        page.navigate("/report/withdraw?region=511133&period=2020-10&indicator=preprimary-ger");
        assertThat(page.locator("html")).hasAttribute("lang", language);
        keepPicture(page, "withdraw-%s-%s-%s".formatted(language, screen, light));
        assertFitsItsScreen(page);
        assertAccessible(page);
    }

    @Test
    void withdrawal_ofWhatIsNotThereOrNotOnes_isRefused() {
        String there = "/report/withdraw?period=2020-07&indicator=preprimary-ger&region=";
        As.reporter("511129").accept("text/html").get(there + "511129").then().statusCode(404);
        As.reporter("511129").accept("text/html").get(there + "511132").then().statusCode(403);
        As.leader().accept("text/html").get(there + "511129").then().statusCode(403);
        As.leader()
                .contentType(ContentType.URLENC)
                .formParam("indicator", "preprimary-ger")
                .post("/report/withdraw")
                .then()
                .statusCode(403);
    }
}
