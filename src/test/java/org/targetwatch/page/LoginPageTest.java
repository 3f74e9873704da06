package org.targetwatch.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.targetwatch.As;

@QuarkusTest
@TestProfile(Desk.class)
class LoginPageTest extends BrowserTest {
    @Test
    void nobody_isLedToTheLoginAndOnFromThere() {
        Page page = browserOfNobody();
        page.navigate("/indicators/meigu-class?region=511100");
        assertThat(page).hasURL(Pattern.compile(".*/login\\?to=.*"));
        keepPicture(page, "login");
        assertAccessible(page);
        logIn(page, "wrong, and long enough");
        assertThat(page.locator("[role=alert]")).containsText("不正确");
        assertAccessible(page);
        logIn(page, ConfigProvider.getConfig().getValue("targetwatch.admin-password", String.class));
        assertThat(page).hasURL(Pattern.compile(".*/indicators/meigu-class.*"));
        page.click("text=退出");
        assertThat(page).hasURL(Pattern.compile(".*/login$"));
        page.navigate("/");
        assertThat(page).hasURL(Pattern.compile(".*/login.*"));
    }

    @Test
    void address_thatLeadsNowhere_isAPageForPeople() {
        Page page = browserOfNobody();
        page.navigate("/no/such/page");
        assertThat(page.locator(".state-code")).hasText("404");
        assertAccessible(page);
        forgiveRefusals();
    }

    @Test
    void board_beforeAnythingWasReported_saysSo() {
        Page page = browser();
        page.navigate("/regions/511181");
        assertThat(page.locator(".state-inline h2")).hasText("还没有任何数据");
        assertAccessible(page);
    }

    @Test
    void newAccount_isLedToChoosingAPassword() {
        As.admin()
                .contentType(ContentType.JSON)
                .body(
                        "{\"name\": \"clerk\", \"role\": \"reporter\", \"region\": \"511102\", \"password\": \"first-password-1\"}")
                .post("/api/v1/accounts")
                .then()
                .statusCode(201);
        Page page = browserOfNobody();
        page.navigate("/");
        logIn(page, "clerk", "first-password-1");
        assertThat(page).hasURL(Pattern.compile(".*/password$"));
        keepPicture(page, "password");
        assertAccessible(page);
        page.fill("[name=current]", "first-password-1");
        page.fill("[name=password]", "second-password-2");
        page.click("main button");
        assertThat(page).hasURL(Pattern.compile(".*/login$"));
        Page plain = browserOfNobodyWithoutScripts();
        plain.navigate("/");
        logIn(plain, "clerk", "second-password-2");
        assertThat(plain.locator("h1")).hasText("市中区");
    }

    private static void logIn(Page page, String password) {
        logIn(page, "admin", password);
    }

    private static void logIn(Page page, String name, String password) {
        page.fill("[name=name]", name);
        page.fill("[name=password]", password);
        page.click("main button");
    }
}
