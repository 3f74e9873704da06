package org.targetwatch.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.targetwatch.access.IdentityProviderStub;
import org.targetwatch.access.WithProvider;

/** The button of the login page that leads to the bureau's identity provider, and the way back from another site. */
@QuarkusTest
@TestProfile(WithProvider.class)
class ProviderLoginPageTest extends BrowserTest {
    IdentityProviderStub provider;

    private void logsIn(String role) {
        provider.logsIn(Map.of(
                "preferred_username",
                "zhao",
                "region",
                "511102",
                "resource_access",
                Map.of("targetwatch", Map.of("roles", List.of(role)))));
    }

    @AfterEach
    void forgiveTheProvider() {
        forgiveLeavingFor(provider.url());
    }

    @Test
    void person_ofTheProvider_logsInByTheButton_andOutAgain() {
        assertThat(URI.create(provider.url()).getHost())
                .as("a browser takes another name for another site")
                .isNotEqualTo(server.getHost());
        logsIn("reporter");
        Page page = browserOfNobody();
        page.navigate("/regions/511102?status=behind");
        assertThat(page.locator(".login .otherwise a")).hasText("统一身份认证登录");
        keepPicture(page, "login-provider");
        assertAccessible(page);
        page.click(".login .otherwise a");
        assertThat(page).hasURL(Pattern.compile(".*/regions/511102\\?status=behind$"));
        assertThat(page.locator(".who-name")).hasText("oidc:zhao");
        assertThat(page.locator("text=修改密码")).hasCount(0);
        keepPicture(page, "logged-in-by-provider");
        page.click("text=退出");
        assertThat(page).hasURL(Pattern.compile(".*/login$"));
        page.navigate("/");
        assertThat(page).hasURL(Pattern.compile(".*/login.*"));
    }

    @Test
    void person_withoutRights_isToldWhichClaimIsWrong() {
        logsIn("boss");
        Page page = browserOfNobody();
        page.navigate("/login");
        page.click(".login .otherwise a");
        assertThat(page.locator(".state-code")).hasText("403");
        assertThat(page.locator(".state")).containsText("resource_access/targetwatch/roles");
        keepPicture(page, "provider-refused");
        assertAccessible(page);
        forgiveRefusals();
    }
}
