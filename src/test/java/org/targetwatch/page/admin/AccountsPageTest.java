package org.targetwatch.page.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.As;
import org.targetwatch.page.BrowserTest;
import org.targetwatch.page.Desk;

@QuarkusTest
@TestProfile(Desk.class)
class AccountsPageTest extends BrowserTest {
    @Override
    protected String grant() {
        return "{\"role\": \"admin\"}";
    }

    private static void create(String name, String rights) {
        As.admin()
                .contentType(ContentType.JSON)
                .body("{\"name\": \"" + name + "\", " + rights + "}")
                .post("/api/v1/accounts")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, DESK, LIGHT", "zh-CN, PHONE, DARK", "en, WALL, LIGHT", "en, PHONE, LIGHT"})
    void accounts_onEveryScreen_areAccessibleAndFit(String language, Screen screen, ColorScheme light) {
        String name = "li-%s-%s-%s".formatted(language, screen, light);
        create(name, "\"role\": \"reviewer\", \"offices\": [\"基教科\", \"计财科\"]");
        Page page = browser(language, screen, light);
        page.navigate("/admin");
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.locator(".places a[aria-current]")).hasAttribute("href", "/admin");
        assertThat(page.locator(".roster")).containsText(name);
        keepPicture(page, "accounts-%s-%s-%s".formatted(language, screen, light));
        assertFitsItsScreen(page);
        assertAccessible(page);
        page.click("text=" + name);
        assertThat(page.locator("h1")).hasText(name);
        keepPicture(page, "account-%s-%s-%s".formatted(language, screen, light));
        assertFitsItsScreen(page);
        assertAccessible(page);
    }

    @Test
    void account_created_showsItsPasswordOnceAndIsCreatedOnce() {
        Page page = browserWithoutScripts();
        page.navigate("/admin/accounts");
        page.fill("aside input[name=name]", "mabian-clerk");
        page.selectOption("aside select[name=role]", "reporter");
        page.selectOption("aside select[name=region]", "511133");
        page.click("button:has-text('建立账号')");
        assertThat(page.locator(".notice-good")).containsText("账号已建立");
        String password = page.inputValue("#secret");
        keepPicture(page, "account-created");
        me("mabian-clerk", password)
                .statusCode(200)
                .body("mustChangePassword", equalTo(true), "region", equalTo("511133"));

        page.reload();
        assertThat(page.locator("[role=alert]")).containsText("已被账号或令牌使用过");
        assertThat(page.locator("#secret")).hasCount(0);
        me("mabian-clerk", password).statusCode(200);
    }

    private static ValidatableResponse me(String name, String password) {
        return As.nobody()
                .auth()
                .preemptive()
                .basic(name, password)
                .get("/api/v1/me")
                .then();
    }

    @Test
    void form_filledByKeyboard_keepsWhatWasRefusedAndCreatesWhatIsRight() {
        Page page = browser();
        page.navigate("/admin/accounts");
        tabTo(page, "aside input[name=name]");
        page.keyboard().type("-no name-");
        tabTo(page, "aside select[name=role]");
        choose(page, "reviewer");
        tabTo(page, "aside button");
        page.keyboard().press("Enter");
        assertThat(page.locator("[role=alert]")).containsText("科室审核人须写明所属科室");
        assertThat(page.locator("aside input[name=name]")).hasValue("-no name-");
        assertThat(page.locator("aside input[name=name]")).hasAttribute("aria-invalid", "true");
        keepPicture(page, "accounts-refused");
        assertAccessible(page);
        tabTo(page, "aside input[name=name]");
        page.keyboard().type("by-keyboard");
        tabTo(page, "aside input[name=office][value='督导室']");
        page.keyboard().press("Space");
        tabTo(page, "aside button");
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice-good")).containsText("账号已建立");
        tabTo(page, "#secret");
    }

    @Test
    void role_chosen_asksForWhatGoesWithIt() {
        Page page = browser();
        page.navigate("/admin/accounts");
        Locator region = page.locator(".for-region");
        Locator offices = page.locator(".for-offices");
        for (String role : List.of("reporter", "viewer")) {
            page.selectOption("aside select[name=role]", role);
            assertThat(region).isVisible();
            assertThat(offices).isHidden();
        }
        page.selectOption("aside select[name=role]", "reviewer");
        assertThat(region).isHidden();
        assertThat(offices).isVisible();
        page.selectOption("aside select[name=role]", "leader");
        assertThat(region).isHidden();
        assertThat(offices).isHidden();
    }

    @Test
    void accounts_searched_areThoseThatMatch() {
        create("zhao-searched", "\"role\": \"reporter\", \"region\": \"511129\"");
        create("qian-searched", "\"role\": \"leader\"");
        As.admin().post("/api/v1/accounts/qian-searched/disable").then().statusCode(204);
        Page page = browser();
        page.navigate("/admin/accounts?search=searched");
        assertThat(page.locator(".roster-line")).hasCount(2);
        page.fill("[role=search] [name=search]", "沐川");
        page.click("[role=search] button");
        assertThat(page.locator(".roster")).containsText("zhao-searched");
        page.navigate("/admin/accounts?search=searched");
        page.selectOption("[role=search] select[name=state]", "disabled");
        assertThat(page.locator(".roster-line")).hasCount(1);
        assertThat(page.locator(".roster")).containsText("qian-searched");
        page.navigate("/admin/accounts?search=nobody-of-that-name");
        assertThat(page.locator(".roster-panel")).containsText("没有符合条件的账号");
        assertAccessible(page);
    }

    @Test
    void account_givenOtherRights_hasThemAndLeavesARow() {
        create("sun", "\"role\": \"viewer\"");
        Page page = browser();
        page.navigate("/admin/accounts/sun");
        page.selectOption("select[name=role]", "reviewer");
        page.check("input[name=office][value='督导室']");
        page.click("button:has-text('保存权限')");
        assertThat(page.locator(".notice-good")).containsText("权限已更改");
        assertThat(page.locator(".lead")).containsText("督导室");
        As.admin()
                .get("/api/v1/audit/events?act=account.granted")
                .then()
                .body("findAll { it.subject.account == 'sun' }.details.offices", hasItem("督导室"));
    }

    @Test
    void account_changedSinceItWasSeen_isNotReset() {
        create("zhou", "\"role\": \"viewer\"");
        Page page = browserWithoutScripts();
        page.navigate("/admin/accounts/zhou");
        page.click("button:has-text('重置密码')");
        String password = page.inputValue("#secret");
        me("zhou", password).statusCode(200);
        page.reload();
        assertThat(page.locator("[role=alert]")).containsText("又有变动");
        me("zhou", password).statusCode(200);
    }

    @Test
    void account_disabledAndEnabled_isShutOutAndLetIn() {
        create("wu", "\"role\": \"viewer\", \"password\": \"first-password-1\"");
        Page page = browser();
        page.navigate("/admin/accounts/wu");
        page.click("button:has-text('停用账号')");
        assertThat(page.locator(".notice-good")).containsText("已停用");
        me("wu", "first-password-1").statusCode(401);
        page.click("button:has-text('恢复账号')");
        assertThat(page.locator(".notice-good")).containsText("已恢复");
        me("wu", "first-password-1").statusCode(200);
    }

    @Test
    void lastAdministrator_disabledOrDemoted_isRefused() {
        Page page = browser();
        page.navigate("/admin/accounts/admin");
        page.click("button:has-text('停用账号')");
        assertThat(page.locator("[role=alert]")).containsText("最后一个可用的管理员");
        page.selectOption("select[name=role]", "leader");
        page.click("button:has-text('保存权限')");
        assertThat(page.locator("[role=alert]")).containsText("最后一个可用的管理员");
        As.admin()
                .get("/api/v1/accounts")
                .then()
                .body("find { it.name == 'admin' }.disabled", equalTo(false))
                .body("find { it.name == 'admin' }.role", equalTo("admin"));
    }

    @Test
    void ownAccount_shown_offersNothingThatWouldShutOneselfOut() {
        Page page = browserOfNobody();
        page.navigate("/admin/accounts/admin");
        page.fill("[name=name]", "admin");
        page.fill("[name=password]", ConfigProvider.getConfig().getValue("targetwatch.admin-password", String.class));
        page.click("main button");
        assertThat(page).hasURL(Pattern.compile(".*/admin/accounts/admin$"));
        assertThat(page.locator("main")).containsText("您自己的账号");
        assertThat(page.locator("main form")).hasCount(0);
        assertAccessible(page);
    }

    @ParameterizedTest
    @CsvSource({"/admin", "/admin/accounts", "/admin/accounts/admin", "/admin/tokens", "/admin/tokens/1"})
    void administration_askedForByOthers_isRefused(String path) {
        for (RequestSpecification other :
                List.of(As.reporter("511102"), As.reviewer("基教科"), As.leader(), As.viewer(), As.viewer("511102"))) {
            other.accept("text/html").get(path).then().statusCode(403).body(containsString("无权"));
        }
        As.nobody()
                .redirects()
                .follow(false)
                .accept("text/html")
                .get(path)
                .then()
                .statusCode(303);
    }

    @ParameterizedTest
    @CsvSource({
        "/admin/accounts",
        "/admin/accounts/admin/reset",
        "/admin/accounts/admin/rights",
        "/admin/accounts/admin/disable",
        "/admin/accounts/admin/enable",
        "/admin/tokens",
        "/admin/tokens/1/revoke"
    })
    void change_postedByOthersOrFromElsewhere_isRefused(String path) {
        for (RequestSpecification other :
                List.of(As.reporter("511102"), As.reviewer("基教科"), As.leader(), As.viewer())) {
            other.contentType(ContentType.URLENC).post(path).then().statusCode(403);
        }
        As.nobody()
                .cookie("targetwatch", As.session(server))
                .header("Sec-Fetch-Site", "cross-site")
                .contentType(ContentType.URLENC)
                .post(path)
                .then()
                .statusCode(403);
    }

    @Test
    void navigation_ofOthers_doesNotNameTheAdministration() {
        Page page = browserOf(LEADER);
        page.navigate("/");
        assertThat(page.locator(".places")).not().containsText("管理");
    }
}
