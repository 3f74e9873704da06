package org.targetwatch.page.digest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.targetwatch.Leshan.CITY;
import static org.targetwatch.Leshan.cardOnce;
import static org.targetwatch.Leshan.ratio;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.As;
import org.targetwatch.Leshan;
import org.targetwatch.page.BrowserTest;
import org.targetwatch.supervision.Supervised;

@QuarkusTest
@TestProfile(Supervised.class)
class DigestPageTest extends BrowserTest {
    @Override
    protected String grant() {
        return "{\"role\": \"reviewer\", \"offices\": [\"基教科\", \"教科所\"]}";
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, DESK, LIGHT", "zh-CN, PHONE, DARK", "en, DESK, DARK", "en, PHONE, LIGHT"})
    void digest_onEveryScreen_isAccessibleAndFits(String language, Screen screen, ColorScheme light) {
        lag();
        Page page = browser(language, screen, light);
        page.navigate("/digests?kind=weekly");
        assertThat(page.locator("h1")).containsText("基教科");
        keepPicture(page, "digest-%s-%s-%s".formatted(language, screen, light));
        assertFitsItsScreen(page);
        assertAccessible(page);
    }

    private static void lag() {
        Leshan.report(ratio("upper-secondary-ger", CITY, "2020-10", "880", "1000"));
        cardOnce("upper-secondary-ger", CITY, "2020-10", card -> card.getString("status")
                .equals("behind"));
    }

    @Test
    void digest_ofTheOwnOffice_saysWhatLagsAndWhoOwesFigures_andLeadsThere() {
        lag();
        Page page = browserWithoutScripts();
        page.navigate("/");
        page.click("nav.places a:has-text('日报')");
        assertThat(page.locator("h1")).hasText("基教科 · 日报");
        assertThat(page.locator("[aria-labelledby=lagging-title]")).containsText("88%");
        assertThat(page.locator("[aria-labelledby=lagging-title]")).containsText("差 2 个百分点");
        assertThat(page.locator("[aria-labelledby=owed-title]")).containsText("逾期未报");
        page.click("[aria-labelledby=owed-title] a:has-text('市中区')");
        assertThat(page.locator("h1")).containsText("市中区");
    }

    @Test
    void day_onWhichNothingWasMade_isSaid() {
        Page page = browser();
        page.navigate("/digests?day=2020-11-08");
        assertThat(page.locator("main")).containsText("2020年11月8日没有报告");
        assertAccessible(page);
    }

    @Test
    void page_askedForByOthers_isClosed_andHidesWhatTheyMayNotKnow() {
        for (RequestSpecification other : List.of(As.reporter("511102"), As.viewer())) {
            other.accept("text/html").get("/digests").then().statusCode(403);
        }
        Leshan.report(ratio("gaokao-tier1-rate", CITY, "2020-07", "100", "1000"));
        cardOnce("gaokao-tier1-rate", CITY, "2020-10", card -> card.getString("status")
                .equals("missed"));
        get(As.leader(), "基教科").body(containsString("一本上线率"));
        get(As.admin(), "基教科").body(not(containsString("上线率")));
        get(As.reviewer("民教科"), "基教科").body(not(containsString("上线率")));
        As.leader().accept("text/html").get("/digests?office=教科所").then().statusCode(404);
        As.leader().accept("text/html").get("/digests?day=2020-11-10").then().statusCode(400);
    }

    private static ValidatableResponse get(RequestSpecification caller, String office) {
        return caller.accept("text/html")
                .get("/digests?office=" + office)
                .then()
                .statusCode(200);
    }
}
