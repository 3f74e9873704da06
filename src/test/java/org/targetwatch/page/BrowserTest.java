package org.targetwatch.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.targetwatch.As;
import org.targetwatch.Tool;

/**
 * Pages as people meet them, in Debian's Chromium. Whatever a test does: no request leaves the server, and the browser has
 * nothing to complain about.
 */
public abstract class BrowserTest {
    /** A desk, a wall, a phone. */
    protected enum Screen {
        DESK(1440, 900),
        WALL(1920, 1080),
        PHONE(390, 844);

        final int width;
        final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    protected static final String LEADER = "{\"role\": \"leader\"}";
    protected static final String VIEWER = "{\"role\": \"viewer\"}";

    private static final int MOST_STOPS = 300;

    /** Only violations are gathered: everything else would be most of the time that a large page takes. */
    private static final String VIOLATIONS =
            """
            () => axe.run({
              runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
              resultTypes: ["violations"],
            }).then((found) => found.violations.map((rule) => rule.id + ": " + rule.nodes[0].html))""";

    /** Whether what has the focus is what was looked for, and whether it can be seen: nothing lies on it. */
    private static final String FOCUS =
            """
            (selector) => {
              const focused = document.activeElement;
              const line = focused.getClientRects()[0];
              const seen = line && document.elementFromPoint(line.x + line.width / 2, line.y + line.height / 2);
              const covered = !seen || !focused.contains(seen) && !seen.contains(focused);
              return covered ? focused.outerHTML : focused.matches(selector);
            }""";

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** How long, in milliseconds, a test waits for what must appear; far more than it takes. */
    private static final int PATIENCE = 30_000;

    private static final String AXE = axe();

    private static Playwright playwright;
    private static Browser browser;

    @TestHTTPResource("/")
    protected URI server;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void startBrowser() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Tool.require("chromium", "chromium"))
                        .setArgs(ARGUMENTS));
    }

    @AfterAll
    static void stopBrowser() {
        playwright.close();
    }

    @AfterEach
    void nothingToComplainAbout() {
        contexts.forEach(BrowserContext::close);
        assertThat(complaints).isEmpty();
    }

    /** Forgives the browser's line about an answer that is a refusal, where a test is about one. */
    protected void forgiveRefusals() {
        complaints.removeIf(complaint -> complaint.startsWith("console: Failed to load resource"));
    }

    /** Forgives what the browser says of a server that does not answer, where a test is about one. */
    protected void forgiveSilence() {
        forgiveRefusals();
        complaints.removeIf(complaint -> complaint.startsWith("console: htmx:"));
    }

    /** Forgives requests to another server, where a test is about one. */
    void forgiveLeavingFor(String other) {
        complaints.removeIf(complaint -> complaint.startsWith("left the server: " + other));
    }

    /** The rights of whoever sits before these pages, unless a test says otherwise. */
    protected String grant() {
        return VIEWER;
    }

    /** A fresh browser in Chinese on a desk. */
    protected Page browser() {
        return browserOf(grant());
    }

    protected Page browserOf(String grant) {
        return browser(as(grant), Screen.DESK);
    }

    protected Page browser(String language, Screen screen, ColorScheme light) {
        return browser(as(grant()).setLocale(language).setColorScheme(light), screen);
    }

    protected Page browserWithoutScripts() {
        return browserWithoutScripts(grant());
    }

    protected Page browserWithoutScripts(String grant) {
        return browser(as(grant).setJavaScriptEnabled(false), Screen.DESK);
    }

    protected Page browserOfNobody() {
        return browser(new Browser.NewContextOptions().setLocale("zh-CN"), Screen.DESK);
    }

    protected Page browserOfNobodyWithoutScripts() {
        return browser(new Browser.NewContextOptions().setLocale("zh-CN").setJavaScriptEnabled(false), Screen.DESK);
    }

    private static Browser.NewContextOptions as(String grant) {
        return new Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + As.token(grant)));
    }

    private Page browser(Browser.NewContextOptions options, Screen screen) {
        BrowserContext context =
                browser.newContext(options.setBaseURL(server.toString()).setViewportSize(screen.width, screen.height));
        contexts.add(context);
        Page page = context.newPage();
        page.onRequest(request -> {
            if (!request.url().startsWith(server.toString())) {
                complaints.add("left the server: " + request.url());
            }
        });
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add("console: " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("script: " + error));
        return page;
    }

    /** The rules of WCAG 2.2 AA, as far as a program can check them. */
    protected static void assertAccessible(Page page) {
        page.frames().forEach(frame -> frame.evaluate(AXE));
        assertThat((List<?>) page.evaluate(VIOLATIONS)).isEmpty();
    }

    private static String axe() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Presses Tab until the focus is on {@code selector}; wherever it stops on the way, it can be seen. */
    protected static void tabTo(Page page, String selector) {
        page.locator(selector).first().waitFor();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press("Tab");
            Object found = page.evaluate(FOCUS, selector);
            assertThat(found).as("what lies under something else").isInstanceOf(Boolean.class);
            if (found.equals(true)) {
                return;
            }
        }
        throw new AssertionError("Tab does not come to " + selector);
    }

    /** Chooses by arrow keys in the list or among the buttons that have the focus. */
    protected static void choose(Page page, String value) {
        page.keyboard().press("Home");
        for (int step = 0; step < MOST_STOPS; step++) {
            if (value.equals(page.evaluate("document.activeElement.value"))) {
                return;
            }
            page.keyboard().press("ArrowDown");
        }
        throw new AssertionError("No arrow key comes to " + value);
    }

    protected static void resize(Page page, Screen screen) {
        page.setViewportSize(screen.width, screen.height);
    }

    protected static String reporter(String region) {
        return "{\"role\": \"reporter\", \"region\": \"" + region + "\"}";
    }

    protected static void assertFitsItsScreen(Page page) {
        Object tooWide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat((Integer) tooWide).as("pixels beyond the screen").isLessThanOrEqualTo(0);
    }

    /** For people to look at, where they ask for it by {@code -Dpictures}: {@code target/screenshots}. */
    protected static void keepPicture(Page page, String name) {
        if (System.getProperty("pictures") != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screenshots", name + ".png")));
        }
    }
}
