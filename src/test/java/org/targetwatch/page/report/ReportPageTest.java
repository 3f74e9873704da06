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
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.As;
import org.targetwatch.Leshan;
import org.targetwatch.page.BrowserTest;
import org.targetwatch.page.Desk;
import org.targetwatch.page.Workbooks;

@QuarkusTest
@TestProfile(Desk.class)
class ReportPageTest extends BrowserTest {
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
    void server_thatDoesNotAnswer_isSaidAndNothingTypedIsLost() {
        Page page = browser();
        page.navigate("/report?region=511132&period=2020-10");
        page.context().setOffline(true);
        input(page, "value.repeat-petitions").fill("12");
        page.keyboard().press("Tab");
        assertThat(page.locator("[role=alert]")).containsText("服务器没有应答");
        assertThat(input(page, "value.repeat-petitions")).hasValue("12");
        assertAccessible(page);
        page.context().setOffline(false);
        input(page, "value.repeat-petitions").fill("13");
        page.keyboard().press("Tab");
        assertThat(said(page, "repeat-petitions")).containsText("13 件");
        assertThat(page.locator("[role=alert]")).hasCount(0);
        forgiveSilence();
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
        FilePayload filled = Workbooks.filled(page, Map.of("major-project-investment", 0.75));
        page.locator("input[type=file]").setInputFiles(filled);
        page.click("text=检查文件");
        assertThat(page.locator("#verdict")).containsText("可以报送：新增 1 项");
        page.locator("input[type=file]").setInputFiles(filled);
        page.click("text=报送文件");
        assertThat(page.locator(".notice-good")).containsText("已报送 1 项");
        assertThat(input(page, "value.major-project-investment")).hasValue("0.75");
    }

    @Test
    void file_thatIsNoForm_isRefusedInWords() {
        Page page = browser();
        page.navigate("/report?region=511126&period=2020-10");
        page.locator("input[type=file]").setInputFiles(Workbooks.file("no workbook".getBytes()));
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
