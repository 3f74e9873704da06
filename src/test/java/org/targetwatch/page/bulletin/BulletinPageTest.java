package org.targetwatch.page.bulletin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.targetwatch.intake.DemoProfile;
import org.targetwatch.page.BrowserTest;

@QuarkusTest
@TestProfile(DemoProfile.class)
class BulletinPageTest extends BrowserTest {
    @Override
    protected String grant() {
        return LEADER;
    }

    @Test
    void draft_openedByALeader_isShownOnThePage() {
        Page page = browser("zh-CN", Screen.DESK, ColorScheme.LIGHT);
        page.navigate("/bulletins/2020-10");
        assertThat(page.locator(".lead")).containsText("草稿");
        assertThat(page.frameLocator("iframe").locator("body")).containsText("乐山");
        keepPicture(page, "bulletin");
        assertFitsItsScreen(page);
        assertAccessible(page);
    }

    @Test
    void draft_openedByAViewer_isNotThere() {
        Page page = browserOf(VIEWER);
        page.navigate("/bulletins");
        assertThat(page.locator("main")).containsText("尚未印发");
        assertThat(page.locator("iframe")).hasCount(0);
        assertAccessible(page);
    }
}
