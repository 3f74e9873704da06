package org.targetwatch.page.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.targetwatch.Leshan.CITY;
import static org.targetwatch.Leshan.quantity;
import static org.targetwatch.Leshan.ratio;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
class ReviewPageTest extends BrowserTest {
    private static final String GER = "preprimary-ger";
    private static final String EQUIPMENT = "compulsory-improvement-equipment";

    @Override
    protected String grant() {
        return "{\"role\": \"reviewer\", \"offices\": [\"基教科\", \"计财科\"]}";
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, DESK, LIGHT", "zh-CN, PHONE, DARK", "en, WALL, LIGHT", "en, PHONE, LIGHT"})
    void review_onEveryScreen_isAccessibleAndFits(String language, Screen screen, ColorScheme light) {
        reportOddly("511129");
        Page page = browser(language, screen, light);
        page.navigate("/review?period=2020-10");
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.locator(".arrival-odd").first()).isVisible();
        keepPicture(page, "review-%s-%s-%s".formatted(language, screen, light));
        assertFitsItsScreen(page);
        assertAccessible(page);
    }

    private static void reportOddly(String region) {
        Leshan.report(
                quantity(EQUIPMENT, region, "2020-09", "1", "万台套"), ratio(GER, region, "2020-10", "9300", "10000"));
        Leshan.report(quantity(EQUIPMENT, region, "2020-10", "10000", "万台套"));
    }

    @Test
    void oddFigure_arrived_standsFirstWithWhyItIsOdd() {
        reportOddly("511132");
        Page page = browser();
        page.navigate("/review?period=2020-10&region=511132");
        Locator first = page.locator(".arrival").first();
        assertThat(first).hasClass(Pattern.compile(".*arrival-odd.*"));
        assertThat(first.locator(".said-odd").first()).isVisible();
        assertThat(page.locator("aside")).containsText("未报");
        page.click(".tabs a:has-text('有疑点')");
        assertThat(page.locator(".arrival")).hasCount(1);
    }

    @Test
    void figures_chosen_areAcceptedAndLeaveWhatWaits() {
        reportOddly("511133");
        Page page = browser();
        page.navigate("/review?period=2020-10&region=511133");
        tabTo(page, "[data-pick-all]");
        page.keyboard().press("Space");
        tabTo(page, "button[value=accept]");
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice-good")).containsText("已通过 2 项");
        assertThat(page.locator(".arrival")).hasCount(0);
        assertAccessible(page);
        page.click(".tabs a:has-text('已审')");
        assertThat(page.locator(".arrival")).hasCount(2);
        Assertions.assertThat(state("511133", GER, "2020-10")).isEqualTo("accepted");
    }

    @Test
    void figure_returned_wantsAReasonThatTheRegionThenSees() {
        Leshan.report(ratio(GER, "511181", "2020-10", "9300", "10000"));
        Page page = browserWithoutScripts();
        page.navigate("/review?period=2020-10&region=511181");
        page.check("input[name=pick]");
        page.click("button[value=return]");
        assertThat(page.locator("[role=alert]")).containsText("理由");
        assertThat(page.locator("input[name=pick]")).isChecked();
        keepPicture(page, "review-refused");
        page.fill(".send-bar input[name=reason]", "<b>分母</b>与上月不符");
        page.click("button[value=return]");
        assertThat(page.locator(".notice-good")).containsText("已退回 1 项");
        Assertions.assertThat(state("511181", GER, "2020-10")).isEqualTo("returned");
        page.navigate("/report?region=511181&period=2020-10");
        assertThat(page.locator("#line-" + GER + " .alarm")).containsText("<b>分母</b>与上月不符");
    }

    @Test
    void figure_changedSinceItWasShown_isNotDecidedAbout() {
        Leshan.report(ratio(GER, "511129", "2020-06", "9300", "10000"));
        Page page = browser();
        page.navigate("/review?period=2020-06&region=511129");
        page.check("input[name=pick]");
        Leshan.report(ratio(GER, "511129", "2020-06", "9301", "10000"));
        page.click("button[value=accept]");
        assertThat(page.locator("[role=alert]")).containsText("又有变动");
        assertThat(page.locator(".arrival-value")).containsText("9,301");
        Assertions.assertThat(state("511129", GER, "2020-06")).isEqualTo("provisional");
    }

    @Test
    void nothingChosen_sent_isSaid() {
        Leshan.report(ratio(GER, "511129", "2020-05", "9300", "10000"));
        Page page = browser();
        page.navigate("/review?period=2020-05&region=511129");
        page.click("button[value=accept]");
        assertThat(page.locator("[role=alert]")).containsText("请先勾选");
        assertAccessible(page);
    }

    @Test
    void month_closedAndReopened_takesFiguresOnlyWhereItIsOpen() {
        Page page = browser();
        page.navigate("/review?period=2020-01");
        assertThat(page.locator("aside")).containsText("项未报");
        page.click("button:has-text('关账')");
        assertThat(page.locator(".notice-good")).containsText("已关账");
        assertThat(page.locator("thead .closed-mark")).hasCount(1);
        keepPicture(page, "review-closed");
        assertAccessible(page);
        Leshan.post(ratio(GER, "511129", "2020-01", "9300", "10000")).statusCode(409);

        page.selectOption("select[name=of]", "511129");
        page.fill("aside input[name=reason]", "补报一项");
        page.click("button:has-text('重新开放')");
        assertThat(page.locator(".notice-good")).containsText("重新开放");
        assertThat(page.locator("aside")).containsText("补报一项");
        keepPicture(page, "review-reopened");
        assertAccessible(page);
        Leshan.report(ratio(GER, "511129", "2020-01", "9300", "10000"));
        Leshan.post(ratio(GER, "511132", "2020-01", "9300", "10000")).statusCode(409);
    }

    @Test
    void monthThatRuns_shown_cannotBeClosed() {
        Page page = browser();
        page.navigate("/review?period=2020-11");
        assertThat(page.locator("aside")).containsText("尚未结束");
        assertThat(page.locator("form[action='/review/close']")).hasCount(0);
        post(As.reviewer("督导室"), "/review/close", Map.of("period", List.of("2020-11")))
                .statusCode(200)
                .body(containsString("尚未结束，不能关账"));
    }

    @Test
    void calendarCell_followed_showsTheRegionsMonth() {
        Page page = browser();
        page.navigate("/review?period=2020-10");
        page.click(".calendar a[href*='region=511123'][href*='period=2020-08']");
        assertThat(page.locator("h1")).containsText("犍为县");
        assertThat(page.locator("select[name=period]")).hasValue("2020-08");
    }

    @Test
    void page_askedForByOthers_isReadByLeadersAndClosedToTheRest() {
        As.leader()
                .accept("text/html")
                .get("/review?period=2020-10")
                .then()
                .statusCode(200)
                .body(not(containsString("action=\"/review\"")), not(containsString("/review/close")));
        for (RequestSpecification other : List.of(As.reporter("511102"), As.viewer(), As.admin())) {
            other.accept("text/html").get("/review").then().statusCode(403);
        }
        for (String path : List.of("/review", "/review/close", "/review/reopen")) {
            post(As.leader(), path, Map.of("period", List.of("2020-10"))).statusCode(403);
            post(As.reporter("511102"), path, Map.of("period", List.of("2020-10")))
                    .statusCode(403);
        }
    }

    @Test
    void figure_ofAnotherOffice_isReadButNotDecidedAbout() {
        Leshan.report(ratio(GER, "511129", "2020-04", "9300", "10000"));
        String all = "/review?period=2020-04&region=511129&whose=all";
        As.reviewer("工委办")
                .accept("text/html")
                .get(all)
                .then()
                .statusCode(200)
                .body(containsString("9,300 / 10,000"), not(containsString("name=\"pick\"")));
        String pick = pick(As.reviewer("基教科").accept("text/html").get(all).asString());
        post(
                        As.reviewer("工委办"),
                        "/review",
                        Map.of("period", List.of("2020-04"), "pick", List.of(pick), "action", List.of("accept")))
                .statusCode(200)
                .body(containsString("您不能处理"));
        Assertions.assertThat(state("511129", GER, "2020-04")).isEqualTo("provisional");
    }

    @Test
    void confidentialFigure_shown_onlyToThoseWhoMayKnow() {
        Leshan.report(ratio("gaokao-tier1-rate", CITY, "2020-07", "7654", "23456"));
        String address = "/review?period=2020-07&show=all&whose=all";
        As.leader().accept("text/html").get(address).then().body(containsString("7,654 / 23,456"));
        As.reviewer("民教科")
                .accept("text/html")
                .get(address)
                .then()
                .statusCode(200)
                .body(not(containsString("7,654")), not(containsString("gaokao")), not(containsString("高考")));
    }

    private static ValidatableResponse post(RequestSpecification caller, String path, Map<String, List<String>> form) {
        caller.accept("text/html").contentType(ContentType.URLENC);
        form.forEach((name, values) -> caller.formParam(name, values));
        return caller.redirects().follow(false).post(path).then();
    }

    private static String state(String region, String indicator, String period) {
        return Leshan.get("/figures/%s/%s/%s".formatted(indicator, region, period))
                .getString("state");
    }

    /** The first figure that a page lets somebody choose. */
    private static String pick(String page) {
        Matcher box = Pattern.compile("name=\"pick\" value=\"([^\"]+)\"").matcher(page);
        Assertions.assertThat(box.find()).isTrue();
        return box.group(1);
    }
}
