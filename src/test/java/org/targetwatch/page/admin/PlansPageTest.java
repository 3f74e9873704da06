package org.targetwatch.page.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.As;
import org.targetwatch.page.BrowserTest;
import org.targetwatch.page.Desk;

@QuarkusTest
@TestProfile(Desk.class)
class PlansPageTest extends BrowserTest {
    @Override
    protected String grant() {
        return "{\"role\": \"admin\"}";
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, DESK, LIGHT", "zh-CN, PHONE, DARK", "en, WALL, LIGHT", "en, PHONE, LIGHT"})
    void plans_onEveryScreen_areAccessibleAndFit(String language, Screen screen, ColorScheme light) {
        Page page = browser(language, screen, light);
        page.navigate("/admin/plans");
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.locator(".plan").first()).isVisible();
        keepPicture(page, "plans-%s-%s-%s".formatted(language, screen, light));
        assertFitsItsScreen(page);
        assertAccessible(page);
        page.navigate("/admin/plans/leshan-2020/rollover");
        keepPicture(page, "rollover-%s-%s-%s".formatted(language, screen, light));
        assertFitsItsScreen(page);
        assertAccessible(page);
    }

    @Test
    void plan_rolledOver_standsInTheListWithItsTargetsUndecided() {
        Page page = browserWithoutScripts();
        page.navigate("/admin/plans");
        page.click(".plan a[href$='/leshan-2020/rollover']");
        assertThat(page.locator("[name=code]")).hasValue("leshan-2021");
        page.fill("[name=code]", "no code");
        page.fill("[name=year]", "20x1");
        page.click("main button");
        assertThat(page.locator("[role=alert]")).containsText("不能作代码");
        assertThat(page.locator("[role=alert]")).containsText("year 的值 0 不可用");
        assertThat(page.locator("[name=code]")).hasValue("no code");
        page.fill("[name=code]", "leshan-2021");
        page.fill("[name=year]", "2021");
        page.click("main button");
        assertThat(page.locator(".notice-good")).containsText("已结转 leshan-2021");
        assertThat(page.locator("section[aria-labelledby=plan-leshan-2021]")).containsText("未开始");
        assertThat(page.locator("section[aria-labelledby=plan-leshan-2021] .late"))
                .isVisible();
        keepPicture(page, "plans-rolled-over");
        As.admin().get("/api/v1/plans/leshan-2021").then().statusCode(200).body("year", equalTo(2021));
    }

    @Test
    void plans_askedForByOthers_areRefused() {
        for (RequestSpecification other :
                List.of(As.reporter("511102"), As.reviewer("基教科"), As.leader(), As.viewer())) {
            other.accept("text/html").get("/admin/plans").then().statusCode(403);
            other.contentType(ContentType.URLENC)
                    .post("/admin/plans/leshan-2020/rollover")
                    .then()
                    .statusCode(403);
        }
    }
}
