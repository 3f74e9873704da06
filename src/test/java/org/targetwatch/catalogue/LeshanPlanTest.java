package org.targetwatch.catalogue;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.catalogue.Indicator.Reporter;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Term;
import org.targetwatch.progress.Direction;
import org.targetwatch.progress.Rules;
import org.targetwatch.progress.Target;
import org.targetwatch.progress.Trajectory;

/** The packaged plan says what the source says; {@code catalogue/leshan-2020.txt} is the list of its promises. */
class LeshanPlanTest {
    private final Plan plan = LeshanPlan.read();

    @Test
    void indicators_areThoseOfTheList() throws IOException {
        assertThat(plan.indicators().values().stream().map(LeshanPlanTest::row).collect(joining("\n", "", "\n")))
                .isEqualTo(list());
    }

    private static String list() throws IOException {
        try (InputStream list = LeshanPlanTest.class.getResourceAsStream("/catalogue/leshan-2020.txt")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(joining("\n", "", "\n"));
        }
    }

    private static String row(Indicator indicator) {
        Rules rules = indicator.rules();
        return Stream.of(
                        String.valueOf(indicator.workItem()),
                        indicator.code(),
                        promise(indicator.target().direction()),
                        unit(rules.measure()),
                        rules.kind().code(),
                        rules.commitment().code(),
                        who(indicator),
                        trajectory(indicator.target()),
                        rules.judgedFrom() + "→" + rules.due(),
                        Optional.ofNullable(indicator.target().floor())
                                .map(floor -> "floor " + floor)
                                .orElse(""),
                        indicator.judgedOnlyAtTop() ? "city only" : "",
                        indicator.confidential() ? "confidential" : "")
                .filter(cell -> !cell.isEmpty())
                .collect(joining(" | "));
    }

    private static String promise(Direction direction) {
        if (direction instanceof Direction.AtLeast atLeast) {
            Exact stretch = atLeast.stretch();
            return "≥ " + atLeast.value() + (stretch == null ? "" : " (" + stretch + ")");
        }
        return direction instanceof Direction.AtMost atMost ? "≤ " + atMost.value() : direction.code();
    }

    private static String unit(Measure measure) {
        String base = measure.unit().base().symbol();
        return measure instanceof Measure.OfRatio ratio
                ? "%s %s/%s%s"
                        .formatted(
                                base,
                                ratio.numerator().unit(),
                                ratio.denominator().unit(),
                                ratio.share() ? " share" : "")
                : base;
    }

    private static String who(Indicator indicator) {
        return indicator.reporter() == Reporter.CITY ? "city" : String.join("+", new TreeSet<>(indicator.appliesTo()));
    }

    private static String trajectory(Target target) {
        if (target.direction().comparesWithLastYear()) {
            return "last year";
        }
        return target.trajectory() instanceof Trajectory.FromMonth fromMonth
                ? "from " + fromMonth.month()
                : target.trajectory().code();
    }

    @Test
    void plan_hasSixSectionsAndTwentySevenItemsInOrder() {
        assertThat(plan.sections()).extracting(Section::number).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(plan.workItems()).hasSize(27);
        for (int i = 0; i < 27; i++) {
            assertThat(plan.workItems().get(i).number()).isEqualTo(i + 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 刘友军,        工委办",
        "2, 1, 刘友军 韩__,   工委办 基教科",
        "6, 2, __涛 刘友军,   基教科 干部人事科",
        "9, 3, 梁开禹,        计财科",
        "10, 3, '',          技装处",
        "11, 3, __芹 梁开禹,  民教科 资助中心",
        "14, 3, 罗仕金,       安全与后勤管理科",
        "15, 4, '',          基教科",
        "19, 5, '',          基教科",
        "27, 6, 刘友军 梁开禹, 干部人事科 教师发展科",
    })
    void workItem_hasLeadersAsPrintedAndOffices(int number, int section, String leaders, String offices) {
        WorkItem item = plan.workItem(number).orElseThrow();
        assertThat(item.section()).isEqualTo(section);
        assertThat(String.join(" ", item.leadLeaders())).isEqualTo(leaders);
        assertThat(String.join(" ", item.leadOffices())).isEqualTo(offices);
    }

    @Test
    void twelveItems_haveNoLeaderBecauseTheSourceLeavesThemBlank() {
        assertThat(plan.workItems().stream()
                        .filter(item -> item.leadLeaders().isEmpty())
                        .map(WorkItem::number))
                .containsExactly(10, 13, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24);
    }

    @Test
    void itemsWithDeliverables_areThoseOfTheSource() {
        assertThat(plan.workItems().stream()
                        .filter(item -> !item.deliverables().isEmpty())
                        .map(item -> item.number() + ":" + item.deliverables().size()))
                .containsExactly("2:1", "3:1", "4:1", "5:2", "6:6", "8:2", "10:1", "11:1", "16:1", "23:1");
        assertThat(plan.workItems().stream().flatMap(item -> item.deliverables().stream()))
                .allSatisfy(deliverable -> assertThat(deliverable.due()).isEqualTo(Period.of(2020, 12)));
    }

    @Test
    void whatHadToBeAssumed_isSaidInBothLanguages() {
        assertThat(plan.indicators().values().stream()
                        .filter(indicator -> !indicator.assumed().isEmpty())
                        .map(Indicator::code))
                .contains(
                        "named-major-projects",
                        "new-public-kindergarten-places",
                        "compulsory-improvement-floor-area",
                        "after-school-service",
                        "gaokao-tier1-rate",
                        "gaokao-undergraduate-rate",
                        "repeat-petitions",
                        "petition-backlog");
        assertThat(plan.indicators().values().stream().flatMap(indicator -> indicator.assumed().stream()))
                .allSatisfy(text -> assertThat(text).containsPattern("\\p{IsHan}.* / .*[a-z]"));
    }

    @Test
    void nothingUnknown_isInvented() {
        assertThat(plan.indicators().values()).allSatisfy(indicator -> {
            assertThat(indicator.target().baseline()).isNull();
            assertThat(indicator.frozenDenominators()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01, 2020-02-05",
        // 4 to 6 April are 清明
        "2020-03, 2020-04-07",
        // 1 to 5 May are 劳动节
        "2020-04, 2020-05-06",
        // a Sunday
        "2020-06, 2020-07-06",
        // 1 to 8 October are 国庆
        "2020-09, 2020-10-09",
        "2020-12, 2021-01-05",
        "2021-03, 2021-04-06",
        "2021-04, 2021-05-06",
        "2021-06, 2021-07-05",
    })
    void dueDay_isTheFifthMovedToTheNextWorkingDay(String period, LocalDate due) {
        assertThat(plan.dueDays().of(Period.parse(period).orElseThrow())).isEqualTo(due);
    }

    @Test
    void calendar_knowsWorkedWeekendsAndTheLongerSpringFestival() {
        DueDays days = plan.dueDays();
        assertThat(days.holidays()).contains(LocalDate.of(2020, 1, 31), LocalDate.of(2020, 2, 2));
        assertThat(days.workingWeekends())
                .contains(LocalDate.of(2020, 10, 10), LocalDate.of(2021, 2, 7))
                .doesNotContain(LocalDate.of(2020, 2, 1));
        assertThat(days.workingWeekends()).hasSize(13);
    }

    @Test
    void regions_areLeshanItsElevenCountiesAndItsOwnSchools() {
        assertThat(plan.regions().children("511100"))
                .containsExactly(
                        "511100-ZS",
                        "511102",
                        "511111",
                        "511112",
                        "511113",
                        "511123",
                        "511124",
                        "511126",
                        "511129",
                        "511132",
                        "511133",
                        "511181");
        assertThat(plan.regions().find("511123").orElseThrow())
                .isEqualTo(new Region("511123", "犍为县", "Qianwei County", "county", "511100", Term.ALWAYS));
        assertThat(plan.regions().find("511100-ZS").orElseThrow().kind()).isEqualTo("bureau-run");
        assertThat(plan.regions().all()).hasSize(13);
    }
}
