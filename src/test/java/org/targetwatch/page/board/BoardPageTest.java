package org.targetwatch.page.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.intake.DemoProfile;
import org.targetwatch.page.BrowserTest;

@QuarkusTest
@TestProfile(DemoProfile.class)
class BoardPageTest extends BrowserTest {
    @Override
    protected String grant() {
        return LEADER;
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, DESK, LIGHT", "zh-CN, WALL, DARK", "zh-CN, PHONE, LIGHT", "en, PHONE, DARK"})
    void board_onEveryScreen_isAccessibleAndFits(String language, Screen screen, ColorScheme light) {
        Page page = browser(language, screen, light);
        page.navigate("/");
        assertThat(page.locator("article.item")).hasCount(27);
        assertThat(page.locator("html")).hasAttribute("lang", language);
        keepPicture(page, "board-%s-%s-%s".formatted(language, screen, light));
        assertFitsItsScreen(page);
        assertAccessible(page);
    }

    @Test
    void board_printed_hasNoControlsAndNoDark() {
        Page page = browser("zh-CN", Screen.DESK, ColorScheme.DARK);
        page.navigate("/");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(794, 1123);
        assertThat(page.locator("nav.places")).isHidden();
        assertThat(page.locator("form.filters")).isHidden();
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(255, 255, 255)");
        assertThat(page.locator(".matrix-panel .section-head .fine")).isHidden();
        keepPicture(page, "board-printed");
        assertFitsItsScreen(page);
    }

    @Test
    void filter_withoutScripts_isSentAsAForm() {
        Page page = browserWithoutScripts();
        page.navigate("/");
        page.selectOption("select[name=office]", "技装处");
        page.click("text=应用");
        assertThat(page).hasURL(Pattern.compile(".*office=.*"));
        assertThat(page.locator("article.item h4").first()).containsText("深化重点领域综合改革");
    }

    @Test
    void filter_chosen_changesAddressAndContent() {
        Page page = browser();
        page.navigate("/");
        page.selectOption("select[name=commitment]", "guaranteed");
        assertThat(page).hasURL(Pattern.compile(".*commitment=guaranteed.*"));
        assertThat(page.locator("article.item").first()).containsText("移交");
    }

    @Test
    void language_chosen_staysChosen() {
        Page page = browser();
        page.navigate("/?status=behind");
        page.click("text=English");
        assertThat(page).hasURL(Pattern.compile(".*/\\?status=behind$"));
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        page.navigate("/");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void matrixCell_reachedByKeyboard_saysItsWords() {
        Page page = browser();
        page.navigate("/");
        page.locator(".cell a").first().focus();
        assertThat(page.locator(".tip")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator(".tip")).isHidden();
    }

    @Test
    void matrix_inABrowserWithScripts_isOneStopWithArrowsWithin() {
        Page page = browser();
        page.navigate("/");
        assertThat(page.locator(".matrix a[tabindex='0']")).hasCount(1);
        assertThat(page.locator(".matrix-scroll")).not().hasAttribute("tabindex", "0");
        page.locator(".matrix a[tabindex='0']").focus();
        String first = focused(page);
        page.keyboard().press("ArrowRight");
        String second = focused(page);
        Assertions.assertThat(second).isNotEqualTo(first);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowUp");
        Assertions.assertThat(focused(page)).isEqualTo(second);
        page.keyboard().press("Home");
        assertThat(page.locator("tbody th a").first()).isFocused();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Control+End");
        assertThat(page.locator(".matrix tr").last().locator("a").last()).isFocused();
        assertThat(page.locator(".matrix a[tabindex='0']")).hasCount(1);
        page.keyboard().press("Tab");
        assertThat(page.locator(".matrix a:focus")).hasCount(0);
        page.keyboard().press("Shift+Tab");
        assertThat(page.locator(".matrix tr").last().locator("a").last()).isFocused();
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.href");
    }

    @Test
    void matrix_withoutScripts_isPlainLinks() {
        Page page = browserWithoutScripts();
        page.navigate("/");
        assertThat(page.locator(".matrix a[tabindex]")).hasCount(0);
        Assertions.assertThat(page.locator(".matrix a").count()).isGreaterThan(100);
    }

    @Test
    void board_ofACounty_linksToTheWhole() {
        Page page = browser();
        page.navigate("/regions/511102");
        assertThat(page.locator("h1")).hasText("市中区");
        keepPicture(page, "board-county");
        assertAccessible(page);
    }

    @Test
    void page_thatIsNot_isAPageForPeople() {
        Page page = browser();
        page.navigate("/regions/519999");
        assertThat(page.locator("h1")).hasText("未找到");
        keepPicture(page, "not-found");
        assertAccessible(page);
        forgiveRefusals();
    }

    @Test
    void reporter_seesTheOwnRegionAndNoOther() {
        Page page = browserOf(reporter("511111"));
        page.navigate("/");
        assertThat(page.locator("h1")).hasText("沙湾区");
        assertThat(page.locator("nav.places")).containsText("填报");
        page.navigate("/regions/511102");
        assertThat(page.locator(".state-code")).hasText("403");
        keepPicture(page, "forbidden");
        assertAccessible(page);
        forgiveRefusals();
    }

    @Test
    void confidentialIndicators_areForLeadersOnly() {
        Page page = browserOf(VIEWER);
        page.navigate("/");
        assertThat(page.locator("main")).not().containsText("本科上线率");
        page.navigate("/indicators/gaokao-undergraduate-rate");
        assertThat(page.locator(".state-code")).hasText("404");
        forgiveRefusals();
    }
}
