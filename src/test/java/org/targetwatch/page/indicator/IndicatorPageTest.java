package org.targetwatch.page.indicator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.intake.DemoProfile;
import org.targetwatch.page.BrowserTest;

@QuarkusTest
@TestProfile(DemoProfile.class)
class IndicatorPageTest extends BrowserTest {
    @Override
    protected String grant() {
        return LEADER;
    }

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
    void indicator_printed_fitsThePaper() {
        Page page = browser();
        page.navigate("/indicators/inclusive-kindergarten-share");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(794, 1123);
        keepPicture(page, "indicator-printed");
        assertFitsItsScreen(page);
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

    @Test
    void confidentialIndicator_isNeitherSplitNorRanked() {
        Page page = browser();
        page.navigate("/indicators/gaokao-undergraduate-rate");
        assertThat(page.locator("h1")).containsText("本科上线率");
        assertThat(page.locator("#gap-title")).hasCount(0);
        assertThat(page.locator("#counties-title")).hasCount(0);
    }
}
