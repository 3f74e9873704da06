package org.targetwatch.page.target;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.targetwatch.Leshan.CITY;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
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
class TargetPageTest extends BrowserTest {
    private static final String INVESTMENT = "major-project-investment";
    private static final String GER = "preprimary-ger";

    @Override
    protected String grant() {
        return "{\"role\": \"admin\"}";
    }

    private static String address(String indicator, String region) {
        return "/targets?indicator=" + indicator + "&region=" + region;
    }

    private static JsonPath target(String indicator, String region) {
        return Leshan.get("/targets/%s/%s".formatted(indicator, region));
    }

    private static void decide(String indicator, String region, String decision) {
        As.admin()
                .contentType(ContentType.JSON)
                .body("{" + decision + ", \"effectiveFrom\": \"2020-01\", \"reason\": \"分解任务\"}")
                .put("/api/v1/plans/leshan-2020/targets/%s/%s".formatted(indicator, region))
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, DESK, LIGHT", "zh-CN, PHONE, DARK", "en, WALL, LIGHT", "en, PHONE, LIGHT"})
    void targets_onEveryScreen_areAccessibleAndFit(String language, Screen screen, ColorScheme light) {
        decide(INVESTMENT, "511102", "\"value\": 4.8, \"unit\": \"亿元\", \"trajectory\": \"linear\"");
        decide(INVESTMENT, "511111", "\"value\": 3, \"unit\": \"亿元\"");
        Page page = browser(language, screen, light);
        page.navigate(address(INVESTMENT, "511102"));
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.locator(".tabs a[aria-current]")).hasAttribute("href", "/targets");
        page.fill("[name=value]", "5.2");
        assertThat(page.locator("#parts .part-edited")).containsText(language.equals("en") ? "520" : "5.2 亿元");
        assertThat(page.locator("[data-chart] canvas")).isVisible();
        keepPicture(page, "targets-%s-%s-%s".formatted(language, screen, light));
        assertFitsItsScreen(page);
        assertAccessible(page);
    }

    @Test
    void proposal_typedByKeyboard_isDrawnByTheCoreAndAddedUpBeforeItIsStored() {
        decide(INVESTMENT, "511123", "\"value\": 2, \"unit\": \"亿元\", \"trajectory\": \"linear\"");
        Page page = browser();
        page.navigate(address(INVESTMENT, "511123"));
        tabTo(page, "[name=value]");
        page.keyboard().type("2.4");
        tabTo(page, "[name=effectiveFrom]");
        choose(page, "2020-07");
        assertThat(row(page, "2020年6月")).containsText("1 亿元");
        assertThat(row(page, "2020年6月").locator("td").nth(2)).hasText("—");
        assertThat(row(page, "2020年7月").locator("td").nth(2)).hasText("1.4 亿元");
        assertThat(page.locator("#parts .part-edited")).containsText("2.4 亿元");
        Assertions.assertThat(lines(page)).contains("\"target\":[null,null,null,null,null,null,2.4");
        assertThat(page.locator("#verdict")).not().containsText("问题");

        tabTo(page, "[name=trajectory]");
        choose(page, "from-month");
        tabTo(page, "[name=month]");
        choose(page, "2020-11");
        assertThat(row(page, "2020年10月").locator("td").nth(2)).hasText("—");
        assertThat(row(page, "2020年11月").locator("td").nth(2)).hasText("2.4 亿元");
        Assertions.assertThat(target(INVESTMENT, "511123").getList("decisions")).hasSize(1);

        tabTo(page, "[name=reason]");
        page.keyboard().type("项目推迟");
        tabTo(page, "button[value=save]");
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice-good")).containsText("第 2 次决定已保存");
    }

    /** The scripted page has closed the table behind the chart; it is read all the same. */
    private static Locator row(Page page, String month) {
        return page.locator("#chart-table tr", new Page.LocatorOptions().setHasText(month));
    }

    private static String lines(Page page) {
        return page.locator("#chart-lines").textContent();
    }

    @Test
    void decision_storedWithoutScripts_standsInItsHistory() {
        Page page = browserWithoutScripts();
        page.navigate(address(INVESTMENT, "511124"));
        assertThat(page.locator(".lead")).containsText("现行 —");
        page.fill("[name=value]", "１，２００.5");
        page.check("[name=trajectory][value=steps]");
        page.fill("[name='step.2020-06']", "300");
        page.fill("[name='step.2020-12']", "1200.5");
        page.selectOption("[name=effectiveFrom]", "2020-03");
        page.click("button[value=save]");
        assertThat(page.locator("#verdict")).containsText("请写明理由");
        assertThat(page.locator("[name='step.2020-06']")).hasValue("300");
        keepPicture(page, "targets-refused");
        page.fill("[name=reason]", "<b>年中</b>调整");
        page.fill("[name=value]", "12.005");
        page.fill("[name='step.2020-06']", "3");
        page.fill("[name='step.2020-12']", "12.005");
        page.click("button[value=save]");
        assertThat(page.locator(".notice-good")).containsText("第 1 次决定已保存");
        assertThat(page.locator(".decisions")).containsText("<b>年中</b>调整");
        assertThat(page.locator(".decisions")).containsText("12.01 亿元");
        JsonPath stored = target(INVESTMENT, "511124");
        Assertions.assertThat(stored.getDouble("decisions[0].target.value")).isEqualTo(1_200_500_000);
        Assertions.assertThat(stored.getDouble("decisions[0].target.trajectory.steps.'2020-06'"))
                .isEqualTo(300_000_000);
        assertThat(page.locator("[name='step.2020-06']")).hasValue("3");
        keepPicture(page, "targets-steps");
    }

    @Test
    void decision_madeSinceItWasSeen_isNotOverwritten() {
        Page page = browserWithoutScripts();
        page.navigate(address(INVESTMENT, "511126"));
        decide(INVESTMENT, "511126", "\"value\": 1, \"unit\": \"亿元\"");
        page.fill("[name=value]", "2");
        page.fill("[name=reason]", "重复");
        page.click("button[value=save]");
        assertThat(page.locator("#verdict")).containsText("已被他人调整");
        assertThat(page.locator("[name=value]")).hasValue("2");
        assertThat(page.locator(".decisions li")).hasCount(1);
        Assertions.assertThat(target(INVESTMENT, "511126").getList("decisions")).hasSize(1);
    }

    @Test
    void wrongForm_typed_isRefusedInTheWordsOfTheApi() {
        Page page = browser();
        page.navigate(address(GER, "511129"));
        page.fill("[name=value]", "很多");
        assertThat(page.locator("#verdict")).containsText("“很多”不是数字");
        page.fill("[name=value]", "-1");
        assertThat(page.locator("#verdict")).containsText("不能为负数");
        page.fill("[name=value]", "93");
        page.check("[name=trajectory][value=seasonal]");
        page.fill("[name='share.1']", "0.5");
        assertThat(page.locator("#verdict")).containsText("合计为 1");
        assertAccessible(page);
        page.fill("[name='share.12']", "0.5");
        assertThat(page.locator("#verdict")).containsText("生效月之前");
    }

    @Test
    void county_withoutATargetOfItsOwn_livesByTheCitysRatio() {
        Page page = browser();
        page.navigate(address(GER, "511132"));
        assertThat(page.locator(".lead")).containsText("沿用上级");
        assertThat(page.locator("#parts")).containsText("沿用上级");
        assertThat(page.locator("#parts")).not().containsText("未分解");
    }

    @Test
    void targetsBelow_sharedOut_leaveTheRestUnallocated() {
        decide("major-projects-under-way", "511181", "\"value\": 4, \"unit\": \"个\"");
        Page page = browserWithoutScripts();
        page.navigate(address("major-projects-under-way", CITY));
        assertThat(page.locator(".parts-sum")).containsText("各单位合计4 个");
        assertThat(page.locator(".parts-sum")).containsText("未分解22 个");
        page.fill("[name=value]", "3");
        page.click("button[value=preview]");
        assertThat(page.locator(".parts-sum .late")).containsText("超出1 个");
    }

    @Test
    void indicator_comparedWithLastYear_takesNoTarget() {
        Page page = browser();
        page.navigate(address("education-expenditure", CITY));
        assertThat(page.locator("main")).containsText("与上年同期比较，不另设目标值");
        assertThat(page.locator(".target-form")).hasCount(0);
        assertAccessible(page);
    }

    @Test
    void office_decidesAboutItsOwnIndicatorsOnly() {
        Page page = browserOf("{\"role\": \"reviewer\", \"offices\": [\"基教科\"]}");
        page.navigate("/targets");
        assertThat(page.locator(".places")).containsText("目标");
        assertThat(page.locator(".tabs")).hasCount(0);
        assertThat(page.locator(".target-form")).isVisible();
        As.reviewer("技装处")
                .accept("text/html")
                .get(address(GER, CITY))
                .then()
                .statusCode(200)
                .body(containsString("您可以查看此页"), not(containsString("name=\"reason\"")));
        As.reviewer("技装处")
                .contentType(ContentType.URLENC)
                .formParam("indicator", GER)
                .formParam("region", CITY)
                .formParam("value", "90")
                .formParam("trajectory", "linear")
                .formParam("effectiveFrom", "2020-01")
                .formParam("reason", "不是我的")
                .formParam("action", "save")
                .post("/targets")
                .then()
                .statusCode(200)
                .body(containsString("负责，您不能处理"));
        Assertions.assertThat(target(GER, CITY).getList("decisions")).isEmpty();
    }

    @Test
    void page_askedForByOthers_isReadByLeadersAndClosedToTheRest() {
        As.leader()
                .accept("text/html")
                .get(address(GER, CITY))
                .then()
                .statusCode(200)
                .body(containsString("您可以查看此页"));
        for (RequestSpecification other : List.of(As.reporter("511102"), As.viewer(), As.viewer("511102"))) {
            other.accept("text/html").get("/targets").then().statusCode(403);
        }
        for (RequestSpecification other : List.of(As.reporter("511102"), As.viewer(), As.leader())) {
            other.contentType(ContentType.URLENC).post("/targets").then().statusCode(403);
        }
    }

    @Test
    void confidentialIndicators_areUnknownToAdministrators() {
        As.admin()
                .accept("text/html")
                .get(address("gaokao-tier1-rate", CITY))
                .then()
                .statusCode(404);
        As.admin().accept("text/html").get("/targets").then().statusCode(200).body(not(containsString("gaokao")));
        As.reviewer("基教科")
                .accept("text/html")
                .get(address("gaokao-tier1-rate", CITY))
                .then()
                .statusCode(200);
    }
}
