package org.targetwatch.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.targetwatch.intake.DemoProfile;

@QuarkusTest
@TestProfile(DemoProfile.class)
class RunbookPageTest extends BrowserTest {

    @Test
    void runbook_openedFromAnAlert_showsWhatToDo() {
        Page page = browser("zh-CN", Screen.PHONE, ColorScheme.LIGHT);
        page.navigate("/runbook#targetlagging");
        assertThat(page.locator("h2#targetlagging")).isVisible();
        assertThat(page.locator("h2#targetlagging")).isInViewport();
        assertThat(page.locator(".prose")).containsText("核对分子、分母和各县数");
        keepPicture(page, "runbook");
        assertFitsItsScreen(page);
        assertAccessible(page);
    }
}
