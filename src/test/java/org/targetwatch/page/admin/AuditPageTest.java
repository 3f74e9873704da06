package org.targetwatch.page.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.As;
import org.targetwatch.Leshan;
import org.targetwatch.page.BrowserTest;
import org.targetwatch.page.Desk;
import org.targetwatch.web.Language;

@QuarkusTest
@TestProfile(Desk.class)
class AuditPageTest extends BrowserTest {
    private static final Pattern DOCUMENTED = Pattern.compile("`([a-z_]+\\.[a-z_]+)`");

    @Override
    protected String grant() {
        return "{\"role\": \"admin\"}";
    }

    private static void decide(String region, String reason) {
        decide(As.admin(), "major-project-investment", region, "\"value\": 4.8, \"unit\": \"亿元\"", reason);
    }

    private static void decide(
            RequestSpecification caller, String indicator, String region, String value, String reason) {
        caller.contentType(ContentType.JSON)
                .body("{%s, \"effectiveFrom\": \"2020-01\", \"reason\": \"%s\"}".formatted(value, reason))
                .put("/api/v1/plans/leshan-2020/targets/%s/%s".formatted(indicator, region))
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, DESK, LIGHT", "zh-CN, PHONE, DARK", "en, WALL, LIGHT", "en, PHONE, LIGHT"})
    void audit_onEveryScreen_isAccessibleAndFits(String language, Screen screen, ColorScheme light) {
        decide("511102", "分解任务");
        Page page = browser(language, screen, light);
        page.navigate("/admin/audit");
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.locator(".event").first()).isVisible();
        page.click("#proof button");
        assertThat(page.locator("#proof .said-fine")).isVisible();
        keepPicture(page, "audit-%s-%s-%s".formatted(language, screen, light));
        assertFitsItsScreen(page);
        assertAccessible(page);
    }

    @Test
    void events_filtered_areThoseThatMatchAndSoIsTheirFile() {
        decide("511111", "<b>分解</b>");
        Page page = browserWithoutScripts();
        page.navigate("/admin/audit");
        page.selectOption("[name=act]", "target.set");
        page.selectOption("[name=plan]", "leshan-2020");
        page.click("[role=search] button");
        assertThat(page.locator(".event").first()).containsText("设定目标");
        assertThat(page.locator(".event").first()).containsText("沙湾区");
        assertThat(page.locator(".event").first()).containsText("<b>分解</b>");
        Assertions.assertThat(page.locator("a[href*='events.csv']").getAttribute("href"))
                .contains("act=target.set", "plan=leshan-2020");
        page.fill("[name=actor]", "nobody-of-that-name");
        page.click("[role=search] button");
        assertThat(page.locator(".roster-panel")).containsText("没有符合条件的记录");
    }

    @Test
    void days_filtered_includeBothEnds() {
        decide("511112", "分解");
        String file = As.admin()
                .accept("text/html")
                .get("/admin/audit?from=2020-11-09&to=2020-11-09")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Assertions.assertThat(file).contains("from=2020-11-09T00%3A00%2B08%3A00&amp;to=2020-11-10T00%3A00%2B08%3A00");
        As.admin().accept("text/html").get("/admin/audit?from=yesterday").then().statusCode(400);
    }

    @Test
    void events_moreThanAPage_areFoundFurtherOn() {
        for (int number = 0; number < 51; number++) {
            decide("511113", "第" + number + "次");
        }
        Page page = browser();
        page.navigate("/admin/audit?act=target.set");
        assertThat(page.locator(".event")).hasCount(50);
        assertThat(page.locator(".event").first()).containsText("第50次");
        page.click("a[rel=next]");
        assertThat(page.locator(".event").first()).containsText("第0次");
        page.click("text=最新");
        assertThat(page.locator(".event").first()).containsText("第50次");
    }

    @Test
    void eventsOfConfidentialIndicators_areWithheld() {
        decide(As.reviewer("基教科"), "gaokao-tier1-rate", Leshan.CITY, "\"value\": 17.25", "保密的理由");
        As.admin()
                .accept("text/html")
                .get("/admin/audit?act=target.set")
                .then()
                .statusCode(200)
                .body(containsString("涉及保密指标"), not(containsString("17.25")), not(containsString("gaokao")))
                .body(not(containsString("保密的理由")));
    }

    @Test
    void acts_ofTheDocumentation_haveWords() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/audit.md")).stream()
                .filter(line -> line.matches("\\| `[a-z].*"))
                .map(line -> line.split("\\|")[1])
                .toList();
        List<String> acts = rows.stream()
                .flatMap(cell -> DOCUMENTED.matcher(cell).results())
                .map(match -> match.group(1))
                .toList();
        Assertions.assertThat(acts).contains("target.set", "account.granted").allSatisfy(act -> Assertions.assertThat(
                        Acts.word(act, Language.ZH))
                .isNotEqualTo(act));
    }

    @Test
    void audit_askedForByOthers_isRefused() {
        for (RequestSpecification other :
                List.of(As.reporter("511102"), As.reviewer("基教科"), As.leader(), As.viewer())) {
            other.accept("text/html").get("/admin/audit").then().statusCode(403);
        }
    }
}
