package org.targetwatch.page.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.As;
import org.targetwatch.page.BrowserTest;
import org.targetwatch.page.Desk;

@QuarkusTest
@TestProfile(Desk.class)
class TokensPageTest extends BrowserTest {
    @Override
    protected String grant() {
        return "{\"role\": \"admin\"}";
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, DESK, LIGHT", "zh-CN, PHONE, DARK", "en, WALL, LIGHT", "en, PHONE, LIGHT"})
    void tokens_onEveryScreen_areAccessibleAndFit(String language, Screen screen, ColorScheme light) {
        As.token("{\"role\": \"reporter\", \"region\": \"511133\"}");
        Page page = browser(language, screen, light);
        page.navigate("/admin/tokens");
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.locator(".roster").first()).containsText("511133");
        keepPicture(page, "tokens-%s-%s-%s".formatted(language, screen, light));
        assertFitsItsScreen(page);
        assertAccessible(page);
        page.locator(".roster-act a").first().click();
        keepPicture(page, "token-%s-%s-%s".formatted(language, screen, light));
        assertFitsItsScreen(page);
        assertAccessible(page);
    }

    @Test
    void token_issuedAndRevoked_opensAndShutsAndIsShownOnce() {
        Page page = browserWithoutScripts();
        page.navigate("/admin/tokens");
        page.fill("aside input[name=name]", "mabian-statistics");
        page.selectOption("aside select[name=role]", "reporter");
        page.selectOption("aside select[name=region]", "511133");
        page.click("button:has-text('签发令牌')");
        String secret = page.inputValue("#secret");
        keepPicture(page, "token-issued");
        me(secret).statusCode(200).body("region", equalTo("511133"));

        page.reload();
        assertThat(page.locator("[role=alert]")).containsText("已被账号或令牌使用过");
        assertThat(page.locator("#secret")).hasCount(0);

        page.navigate("/admin/tokens");
        Assertions.assertThat(page.content()).doesNotContain(secret);
        Locator line = page.locator(".roster-line", new Page.LocatorOptions().setHasText("mabian-statistics"));
        line.locator(".roster-act a").click();
        assertThat(page.locator("h1")).hasText("撤销令牌 mabian-statistics");
        page.click("button:has-text('确认撤销')");
        assertThat(page.locator(".notice-good")).containsText("令牌已撤销");
        me(secret).statusCode(401);
        line.waitFor();
        assertThat(line).containsText("已撤销");
        assertThat(line.locator(".roster-act")).hasCount(0);
    }

    private static ValidatableResponse me(String secret) {
        return As.bearer(secret).get("/api/v1/me").then();
    }

    @Test
    void token_thatWouldEndBeforeToday_isRefusedAsOverRest() {
        Page page = browser();
        page.navigate("/admin/tokens");
        page.fill("aside input[name=name]", "too-late");
        page.selectOption("aside select[name=role]", "viewer");
        page.locator("aside input[name=expires]").evaluate("field => { field.min = ''; field.value = '2019-12-31'; }");
        page.click("button:has-text('签发令牌')");
        assertThat(page.locator("[role=alert]")).containsText("且不早于今天");
        assertThat(page.locator("aside input[name=name]")).hasValue("too-late");
        assertThat(page.locator("aside select[name=role]")).hasValue("viewer");
        assertAccessible(page);
    }

    @Test
    void token_byKeyboard_isIssuedCopiedAndRevoked() {
        Page page = browser();
        page.navigate("/admin/tokens");
        tabTo(page, "aside input[name=name]");
        page.keyboard().type("token-by-keyboard");
        tabTo(page, "aside select[name=role]");
        choose(page, "viewer");
        tabTo(page, "aside button");
        page.keyboard().press("Enter");
        tabTo(page, "[data-copy]");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-copy]")).hasText("已复制");

        tabTo(page, ".roster-act a[aria-label='撤销令牌 token-by-keyboard']");
        page.keyboard().press("Enter");
        tabTo(page, "button.danger");
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice-good")).containsText("令牌已撤销");
    }

    @Test
    void token_thatIsNone_isNotFound() {
        As.admin().accept("text/html").get("/admin/tokens/987654").then().statusCode(404);
        As.admin().accept("text/html").get("/admin/tokens/abc").then().statusCode(400);
    }
}
