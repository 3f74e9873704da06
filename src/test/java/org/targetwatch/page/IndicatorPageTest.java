package org.targetwatch.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.intake.DemoProfile;

@QuarkusTest
@TestProfile(DemoProfile.class)
class IndicatorPageTest extends BrowserTest {

    @ParameterizedTest
    @CsvSource({
        "major-project-investment, zh-CN, DESK, LIGHT",
        "inclusive-kindergarten-share, zh-CN, DESK, DARK",
        "oversized-class-rate, zh-CN, PHONE, LIGHT",
        "compulsory-dropouts, en, WALL, LIGHT",
        "meigu-class, en, PHONE, DARK"
    })
    void indicator_onEveryScreen_isAccessibleAndFits(String code, String language, Screen screen, ColorScheme light) {
        Page page = browser(language, screen, light);
        page.navigate("/indicators/" + code);
        assertThat(page.locator("[data-chart] canvas")).isVisible();
        keepPicture(page, "indicator-%s-%s-%s-%s".formatted(code, language, screen, light));
        assertFitsItsScreen(page);
        assertAccessible(page);
    }

    @Test
    void indicator_withoutScripts_hasTheTableBehindTheChart() {
        Page page = browserWithoutScripts();
        page.navigate("/indicators/major-project-investment");
        assertThat(page.locator(".table-behind tbody tr")).hasCount(11);
        assertThat(page.locator(".table-behind")).containsText("亿元");
        assertThat(page.locator("ol.steps")).containsText("序时目标");
        assertThat(page.locator("blockquote")).containsText("计划完成投资20亿元");
    }

    @Test
    void region_chosen_showsItsFiguresAndRevisions() {
        Page page = browser();
        page.navigate("/indicators/preprimary-ger");
        page.selectOption("select[name=region]", "511102");
        assertThat(page).hasURL(Pattern.compile(".*region=511102.*"));
        assertThat(page.locator("#revisions-title + .scroll tbody tr").first()).isVisible();
        keepPicture(page, "indicator-county");
        assertAccessible(page);
    }

    @Test
    void indicator_thatIsNot_isNotFound() {
        Page page = browser();
        page.navigate("/indicators/no-such");
        assertThat(page.locator("h1")).hasText("未找到");
        forgiveRefusals();
    }
}
