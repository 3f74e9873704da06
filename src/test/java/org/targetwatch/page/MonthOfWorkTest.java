package org.targetwatch.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.function.Predicate.not;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.targetwatch.Judged;
import org.targetwatch.Leshan;

/**
 * October 2020 as its three people work through it, from a board with nothing on it to the leader's three things. The clerk's first figure is
 * reported without a mouse; the office's browser runs no scripts; the leader looks at a desk, a wall and a phone, in both languages.
 */
@QuarkusTest
@TestProfile(MonthOfWorkTest.OwnServer.class)
class MonthOfWorkTest extends BrowserTest {
    private static final String COUNTY = "511102";
    private static final String GER = "preprimary-ger";
    private static final String BACKLOG = "petition-backlog";
    private static final String FORM = "/report?region=" + COUNTY + "&period=2020-10";
    private static final String OFFICE = "{\"role\": \"reviewer\", \"offices\": [\"安全与后勤管理科\", \"基教科\"]}";
    private static final Path FIGURES = Path.of("seeds/demo/leshan-2020");

    /** Nobody else has reported anything here. */
    public static final class OwnServer implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("targetwatch.business-date", "2020-11-09");
        }
    }

    @Test
    void month_fromTheFirstFigureToTheBulletin_isWorkedOnPages() throws IOException {
        Page leader = browserOf(LEADER);
        Page clerk = browserOf(reporter(COUNTY));
        Page office = browserWithoutScripts(OFFICE);
        nothingIsReported(leader);
        firstFigureIsReportedByKeyboard(clerk);
        oneIndicatorIsReported(leader);
        restOfTheCityReports();
        workbookIsSent(clerk);
        oddFigureIsSentWithANote(clerk);
        figureIsReturned(office);
        figureIsCorrected(clerk);
        monthIsAcceptedAndClosed(office);
        bulletinIsThere(office);
        leaderSeesWhatNeedsSomebody(leader);
        leaderFollowsTheFirst(leader);
    }

    private void nothingIsReported(Page leader) {
        leader.navigate("/");
        assertThat(leader.locator(".state-inline h2")).hasText("还没有任何数据");
        assertThat(leader.locator(".changes")).hasCount(0);
        assertThat(leader.locator(".count", having("未报送"))).containsText("22");
        look(leader, "month-0", Screen.DESK, Screen.PHONE);
    }

    private void firstFigureIsReportedByKeyboard(Page clerk) {
        clerk.navigate("/");
        tabTo(clerk, ".places a[href='/report']");
        clerk.keyboard().press("Enter");
        assertThat(clerk.locator(".lead")).hasText("2020年10月数据 · 已于2020年11月5日截止，逾期 4 天");
        assertThat(clerk.locator("#missing-title")).hasText("还缺 18 项，共 18 项");
        tabTo(clerk, "[name='numerator." + GER + "']");
        clerk.keyboard().type("20506");
        tabTo(clerk, "[name='denominator." + GER + "']");
        clerk.keyboard().type("21053");
        tabTo(clerk, "[name='note." + GER + "']");
        assertThat(clerk.locator("#said-" + GER + " .light-achieved")).isVisible();
        assertThat(clerk.locator("#said-" + GER)).containsText("97.4%");
        look(clerk, "month-1-form", Screen.DESK, Screen.PHONE);
        resize(clerk, Screen.DESK);
        tabTo(clerk, "[name=preparedBy]");
        clerk.keyboard().type("李梅");
        tabTo(clerk, ".report button[value=send]");
        clerk.keyboard().press("Enter");
        assertThat(clerk.locator(".notice-good")).containsText("已报送 1 项");
        assertThat(clerk.locator("#missing-title")).hasText("还缺 17 项，共 18 项");
    }

    private void oneIndicatorIsReported(Page leader) {
        Judged.awaitAll();
        leader.navigate("/");
        assertThat(leader.locator(".state-inline")).hasCount(0);
        assertThat(leader.locator(".line", having("学前三年毛入学率"))).containsText("97.4% / ≥ 93%");
        assertThat(leader.locator(".line-value strong", having("—"))).hasCount(40);
        look(leader, "month-1", Screen.DESK, Screen.PHONE);
    }

    /** Other systems send what they know; so does the county's, but for what its clerk has in hand. */
    private void restOfTheCityReports() throws IOException {
        post("2020-01-20-reference-2019", line -> true);
        post("2020-08-05-july", line -> line.contains("gaokao"));
        post("2020-10-09-september", line -> true);
        post("2020-11-05-october", not(MonthOfWorkTest::isInTheClerksHands));
        post("2020-11-06-october-late", line -> true);
        Judged.awaitAll();
    }

    private static boolean isInTheClerksHands(String line) {
        return line.contains(COUNTY)
                && Pattern.compile("petition|investment|floor-area|preprimary")
                        .matcher(line)
                        .find();
    }

    private static void post(String file, Predicate<String> wanted) throws IOException {
        Leshan.report(Files.readAllLines(FIGURES.resolve(file + ".json")).stream()
                .filter(line -> line.startsWith("{\"indicator\""))
                .filter(wanted)
                .map(line -> line.replaceFirst(",$", ""))
                .toArray(String[]::new));
    }

    private void workbookIsSent(Page clerk) throws IOException {
        clerk.navigate(FORM);
        Map<String, Double> values = Map.of(
                "major-project-investment", 3.65,
                "compulsory-improvement-investment", 0.4079,
                "compulsory-improvement-floor-area", 0.6665);
        clerk.locator("input[type=file]").setInputFiles(Workbooks.filled(clerk, values));
        clerk.click("text=报送文件");
        assertThat(clerk.locator(".notice-good")).containsText("已报送 3 项");
        assertThat(clerk.locator(".missing li")).hasText(new String[] {"信访积案", "重复上访、越级上访"});
    }

    private void oddFigureIsSentWithANote(Page clerk) {
        clerk.fill("[name='value.repeat-petitions']", "9");
        clerk.fill("[name='value." + BACKLOG + "']", "40");
        clerk.click(".report button[value=send]");
        assertThat(clerk.locator("#said-" + BACKLOG)).containsText("变动超过 30%");
        assertThat(clerk.locator("button[value=confirm]")).isVisible();
        look(clerk, "month-2-odd", Screen.DESK);
        clerk.fill("[name='note." + BACKLOG + "']", "含历年积案");
        clerk.keyboard().press("Tab");
        clerk.click(".report button[value=send]");
        assertThat(clerk.locator("#missing-title")).hasText("本月各项均已报送。");
    }

    private static void figureIsReturned(Page office) {
        office.navigate("/review?period=2020-10&region=" + COUNTY);
        Locator odd = office.locator(".arrival").first();
        assertThat(odd).containsText("变动超过 30%");
        assertThat(odd).containsText("备注：含历年积案");
        odd.locator("[name=pick]").check();
        office.fill(".send-bar [name=reason]", "只报本年积案，请核对");
        office.click("button[value=return]");
        assertThat(office.locator(".notice-good")).containsText("已退回 1 项");
    }

    private static void figureIsCorrected(Page clerk) {
        clerk.navigate(FORM);
        assertThat(clerk.locator(".missing")).containsText("信访积案");
        assertThat(clerk.locator("#line-" + BACKLOG + " .alarm")).hasText("已退回 40 件：只报本年积案，请核对");
        keepPicture(clerk, "month-3-returned");
        clerk.fill("[name='value." + BACKLOG + "']", "18");
        clerk.fill("[name='note." + BACKLOG + "']", "");
        clerk.keyboard().press("Tab");
        clerk.click(".report button[value=send]");
        assertThat(clerk.locator(".notice-good")).isVisible();
        assertThat(clerk.locator("#line-" + BACKLOG + " .alarm")).hasCount(0);
    }

    private void monthIsAcceptedAndClosed(Page office) {
        office.navigate("/review?period=2020-10&region=" + COUNTY);
        office.locator("[name=pick]").all().forEach(Locator::check);
        office.click("button[value=accept]");
        assertThat(office.locator(".notice-good")).containsText("已通过");
        assertThat(office.locator("[name=pick]")).hasCount(0);
        office.click("button:has-text('关账')");
        assertThat(office.locator(".notice-good")).containsText("已关账");
        keepPicture(office, "month-4-closed");
        Judged.awaitAll();
    }

    private static void bulletinIsThere(Page office) {
        office.click("aside a:has-text('查看')");
        assertThat(office.locator("h1")).hasText("通报 · 2020年10月");
        assertThat(office.frameLocator("iframe").locator("body")).containsText("2020年10月目标任务进展情况的通报");
        String document = office.locator("a:has-text('下载 DOCX')").getAttribute("href");
        Assertions.assertThat(office.request().get(document).ok()).isTrue();
    }

    private void leaderSeesWhatNeedsSomebody(Page leader) {
        leader.navigate("/");
        assertThat(leader.locator("article.item")).hasCount(27);
        assertThat(leader.locator(".line")).hasCount(41);
        assertThat(leader.locator(".line-value strong", having("—"))).hasCount(0);
        assertThat(leader.locator(".need")).hasCount(3);
        assertThat(leader.locator(".changes li").first()).containsText("由“");
        look(leader, "month-41", Screen.PHONE, Screen.WALL, Screen.DESK);
        leader.click("text=English");
        assertThat(leader.locator("#needs-title")).hasText("Three things that need you");
        look(leader, "month-41-en", Screen.PHONE, Screen.DESK);
        leader.click("text=中文");
    }

    private void leaderFollowsTheFirst(Page leader) {
        String first = leader.locator(".need h3").first().textContent();
        leader.click(".need h3 a");
        assertThat(leader.locator("h1")).hasText(first);
        assertThat(leader.locator("[data-chart] canvas")).isVisible();
        assertThat(leader.locator(".steps li").first()).isVisible();
        assertThat(leader.locator(".source")).containsText("“");
        look(leader, "month-41-first", Screen.DESK, Screen.PHONE);
    }

    /** On each screen; what only a program can tell is asked on the first. */
    private static void look(Page page, String name, Screen first, Screen... others) {
        resize(page, first);
        keepPicture(page, name + "-" + first);
        assertFitsItsScreen(page);
        assertAccessible(page);
        for (Screen screen : others) {
            resize(page, screen);
            keepPicture(page, name + "-" + screen);
            assertFitsItsScreen(page);
        }
    }

    private static Page.LocatorOptions having(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }
}
