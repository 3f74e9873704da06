package org.targetwatch.scale;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.targetwatch.scale.TwoSizes.LARGE;
import static org.targetwatch.scale.TwoSizes.LITTLE;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request takes as many statements as it has things to ask, never as many as there are regions, indicators or figures. */
@QuarkusTest
@TestProfile(TwoSizes.class)
class StatementsTest {
    private static final Asked FEW = new Asked(LITTLE);
    private static final Asked MANY = new Asked(LARGE);
    private static final String BEGIN = "-";
    private static final String TARGETS = "t";

    /** Who asks is looked up once, when it is not known yet. */
    @BeforeEach
    void becomeKnown() {
        FEW.get("/calendar");
    }

    private static List<String> statements(Runnable request) {
        Heard.listen(false);
        request.run();
        return Heard.all().stream()
                .filter(Heard::isOfARequest)
                .map(heard -> heard.sql().replaceAll("\\s+", " ").strip())
                .toList();
    }

    @Test
    void reading_inAProvince_takesTheStatementsOfALittleOne() {
        FEW.post("", 0, 1, 0);
        MANY.post("", 0, 1, 0);
        Map<String, Runnable> few = FEW.reads();
        MANY.reads().forEach((name, request) -> {
            List<String> statements = statements(request);
            assertThat(statements).as(name).isNotEmpty().hasSizeLessThan(45);
            assertThat(statements(few.get(name))).as(name).isEqualTo(statements);
        });
    }

    @Test
    void posting_fortyCounties_takesTheStatementsOfOne() {
        List<String> one = statements(() -> FEW.post("", 1, 1, 0));

        assertThat(one).hasSizeBetween(10, 50);
        assertThat(statements(() -> FEW.post("", 2, 3, 0))).isEqualTo(one);
        assertThat(statements(() -> MANY.post("", 1, 1, 0))).isEqualTo(one);
        assertThat(statements(() -> MANY.post("", 2, 40, 0))).isEqualTo(one);
    }

    @Test
    void posting_theSameAgain_asksLess() {
        List<String> first = statements(() -> FEW.post("", 4, 1, 7));

        assertThat(statements(() -> FEW.post("", 4, 1, 7))).hasSizeLessThan(first.size());
    }

    /** Plans of other years rest, and this one most of the time; it is looked at four times a second all the same. */
    @Test
    void metrics_whileNothingIsJudged_askNothingOfTheCards() {
        await().until(() -> {
            Heard.listen(false);
            await().until(() -> ofMetrics("FROM judging_note") >= 3);
            return ofMetrics("max(period) FROM card") == 0;
        });
    }

    /** All counties lag behind at once: what each has promised is read for all of them, once in each look at an indicator. */
    @Test
    void supervision_ofManyLaggingCounties_readsTheirTargetsTogether() {
        Heard.listen(false);
        FEW.postLag(1);
        await().until(() -> looks().contains(TARGETS));
        // A look is over when the next one begins.
        FEW.postLag(2);
        await().until(() -> looks().contains(TARGETS + BEGIN));

        assertThat(looks()).doesNotContain(TARGETS + TARGETS);
    }

    /** What supervision has asked: how each look begins, and targets. */
    private static String looks() {
        return Heard.all().stream()
                .filter(heard -> heard.thread().equals("supervision"))
                .map(Heard::sql)
                .filter(sql -> sql.contains("max(period) FROM card") || sql.contains("FROM target"))
                .map(sql -> sql.contains("FROM target") ? TARGETS : BEGIN)
                .collect(joining());
    }

    private static long ofMetrics(String part) {
        return Heard.all().stream()
                .filter(heard ->
                        heard.thread().equals("snapshot") && heard.sql().contains(part))
                .count();
    }
}
