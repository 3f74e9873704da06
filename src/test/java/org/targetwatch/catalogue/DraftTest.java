package org.targetwatch.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Direction;
import org.targetwatch.progress.Direction.Sense;
import org.targetwatch.progress.Target;
import org.targetwatch.progress.Trajectory;

class DraftTest {
    private static final LocalDate TODAY = LocalDate.of(2021, 12, 20);

    private static JsonNode stored(String plan) {
        return GoodFiles.read(GoodFiles.with(GoodFiles.REGIONS, plan))
                .plans()
                .values()
                .iterator()
                .next();
    }

    private static Regions regions() {
        return Seeds.regions("regions", GoodFiles.read(GoodFiles.unchanged()).regions());
    }

    private static JsonNode draft(JsonNode stored, String code, int year) {
        Plan from = Seeds.plan("old", stored, regions(), 5);
        return new Draft(from, code, year, "新计划", "New plan", TODAY).of(stored);
    }

    private static Plan rolledOver(String plan) {
        return Seeds.plan("draft", draft(stored(plan), "alpha-2022", 2022), regions(), 5);
    }

    private static Target target(String plan, String indicator) {
        return rolledOver(plan).indicator(indicator).orElseThrow().target();
    }

    @Test
    void plan_rolledOver_saysThatItIsADraftAndWhereItComesFrom() {
        Plan draft = rolledOver(GoodFiles.PLAN);

        assertThat(List.of(draft.code(), draft.name(), draft.english()))
                .containsExactly("alpha-2022", "新计划", "New plan");
        assertThat(draft.start()).isEqualTo(Period.of(2022, 1));
        assertThat(draft.source())
                .isEqualTo("草案，尚未印发，由 alpha-2021《甲市工作要点》结转 / draft, not issued, rolled over from alpha-2021");
        assertThat(draft.published()).isEqualTo(TODAY);
        assertThat(draft.sections()).containsExactly(new Section(1, "一", "One"));
        assertThat(draft.workItem(7).orElseThrow().leadOffices()).containsExactly("计财科");
        assertThat(draft.workItem(7).orElseThrow().deliverables()).isEmpty();
    }

    @Test
    void indicators_rolledOver_keepTheirSenseWithoutTargetAndLastYearsNumbers() {
        Indicator share = rolledOver(GoodFiles.PLAN).indicator("share").orElseThrow();

        assertThat(share.target())
                .isEqualTo(new Target(new Direction.Undecided(Sense.AT_LEAST), new Trajectory.Linear(), null, null));
        assertThat(share.floorSource()).isNull();
        assertThat(share.frozenDenominators()).isEmpty();
        assertThat(share.rules().judgedFrom()).isEqualTo(Period.of(2022, 10));
        assertThat(share.rules().due()).isEqualTo(Period.of(2022, 12));
        assertThat(share.rules().confirm()).isTrue();
        assertThat(share.appliesTo()).containsExactly("county");
        assertThat(target(GoodFiles.PLAN, "schools").direction()).isEqualTo(new Direction.Undecided(Sense.AT_LEAST));
        assertThat(target(GoodFiles.PLAN, "spending").direction()).isEqualTo(new Direction.NotBelowLastYear());
    }

    @Test
    void quote_rolledOverOnceAndAgain_namesThePlanItStandsIn() {
        JsonNode once = draft(stored(GoodFiles.PLAN), "alpha-2022", 2022);
        JsonNode twice = draft(once, "alpha-2023", 2023);

        assertThat(once.at("/indicators/0/quote").asText()).isEqualTo("〔引自 alpha-2021〕新建6—8所");
        assertThat(twice.at("/indicators/0/quote").asText()).isEqualTo("〔引自 alpha-2021〕新建6—8所");
        assertThat(twice.path("source").asText()).contains("alpha-2022");
    }

    @Test
    void trajectory_rolledOver_keepsItsShape() {
        assertThat(target(GoodFiles.PLAN, "investment").trajectory())
                .as("steps are last year's; a flow then grows month by month")
                .isEqualTo(new Trajectory.Linear());
        assertThat(target(GoodFiles.plan("trajectory: linear", ""), "share").trajectory())
                .as("a stock that grew from its baseline")
                .isEqualTo(new Trajectory.Linear());
        assertThat(target(GoodFiles.plan("trajectory: linear", "trajectory: {from-month: 2021-09}"), "share")
                        .trajectory())
                .as("without the baseline of last year, from the month of this one")
                .isEqualTo(new Trajectory.FromMonth(Period.of(2022, 9)));
        String shares = "{seasonal: [0, 0, 0, 0, 0.1, 0.1, 0, 0, 0.3, 0, 0, 0.5]}";
        assertThat(target(GoodFiles.plan("trajectory: linear", "trajectory: " + shares), "share")
                        .trajectory())
                .isInstanceOfSatisfying(Trajectory.Seasonal.class, seasonal -> assertThat(seasonal.shares())
                        .endsWith(Exact.ratio(1, 2)));
        assertThat(target(GoodFiles.PLAN, "schools").trajectory())
                .as("by default the due month")
                .isEqualTo(new Trajectory.FromMonth(Period.of(2022, 12)));
    }

    @Test
    void calendar_rolledOver_keepsTheNoticesThatReachTheYear() {
        String both = GoodFiles.plan(
                "sections:",
                """
                  - source: 次年通知
                    holidays:
                      - {name: 元旦, from: 2021-12-31, to: 2022-01-03}
                sections:""");
        JsonNode draft = draft(stored(both), "alpha-2022", 2022);

        assertThat(draft.path("calendar").findValuesAsText("source")).containsExactly("次年通知");
        assertThat(rolledOver(GoodFiles.PLAN).dueDays().holidays()).isEmpty();
    }

    @Test
    void storedPlan_rolledOver_isNotTouched() {
        JsonNode stored = stored(GoodFiles.PLAN);
        JsonNode before = stored.deepCopy();
        draft(stored, "alpha-2022", 2022);
        assertThat(stored).isEqualTo(before);
    }

    @Test
    void leshan_rolledOver_keepsItsFortyOneIndicatorsEachAYearLater() {
        Mistakes mistakes = new Mistakes();
        Seeds seeds = new SeedsReader(mistakes, 5).read(SeedFolder.packaged(mistakes));
        Regions regions = Seeds.regions("regions", seeds.regions());
        Plan old = LeshanPlan.read();
        JsonNode content = new Draft(old, "leshan-2021", 2021, "乐山市教育局2021年工作要点", "Leshan 2021", TODAY)
                .of(seeds.plans().get("leshan-2020"));

        Plan draft = Seeds.plan("leshan-2021", content, regions, 5);

        assertThat(draft.indicators().keySet()).isEqualTo(old.indicators().keySet());
        assertThat(draft.indicators().values()).allSatisfy(indicator -> {
            Indicator before = old.indicator(indicator.code()).orElseThrow();
            assertThat(indicator.target().isDecided())
                    .isEqualTo(before.target().direction().comparesWithLastYear());
            assertThat(indicator.target().direction().sense())
                    .isEqualTo(before.target().direction().sense());
            assertThat(indicator.target().trajectory().code())
                    .isEqualTo(before.target().trajectory().code());
            assertThat(indicator.rules().judgedFrom())
                    .isEqualTo(before.rules().judgedFrom().plusMonths(12));
            assertThat(indicator.rules().due()).isEqualTo(before.rules().due().plusMonths(12));
            assertThat(indicator.confidential()).isEqualTo(before.confidential());
            assertThat(indicator.assumed()).isEqualTo(before.assumed());
            assertThat(indicator.measure()).isEqualTo(before.measure());
        });
        assertThat(Map.of("2021-09", LocalDate.of(2021, 10, 8), "2021-12", LocalDate.of(2022, 1, 5)))
                .allSatisfy((period, due) -> assertThat(
                                draft.dueDays().of(Period.parse(period).orElseThrow()))
                        .isEqualTo(due));
    }
}
