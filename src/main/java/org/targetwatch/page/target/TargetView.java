package org.targetwatch.page.target;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.page.Line;
import org.targetwatch.page.Links;
import org.targetwatch.page.Names;
import org.targetwatch.page.Option;
import org.targetwatch.page.Said;
import org.targetwatch.page.Shown;
import org.targetwatch.target.Decision;
import org.targetwatch.target.Proposal;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/**
 * A region's target in the reader's language.
 *
 * @param seen the number of the decision that stands, so that none that came since is overwritten
 * @param decides whether this reader may decide about it
 * @param lastYear whether last year decides, and nobody else
 * @param standing what is in force now
 * @param inherited whether it is handed down from above
 * @param card the indicator's own page
 */
record TargetView(
        String plan,
        String indicatorCode,
        String regionCode,
        String name,
        String region,
        String quote,
        int seen,
        boolean admin,
        boolean decides,
        boolean lastYear,
        String standing,
        String standingWay,
        boolean inherited,
        String card,
        List<Option> indicators,
        List<Option> regions,
        Form form,
        TargetChart chart,
        List<Month> months,
        @Nullable PartsView parts,
        List<Made> history,
        Said said) {

    /**
     * The form as it was typed.
     *
     * @param steps one for each month of the way
     * @param shares one for each month of the year
     * @param month from which everything is expected, where that is the way
     */
    record Form(
            List<Input> numbers,
            List<Option> ways,
            List<Input> steps,
            List<Input> shares,
            List<Option> month,
            List<Option> from,
            String reason) {}

    /** @param label for people @param name of the field @param wrong whether something is wrong with it */
    record Input(String label, String name, String value, String unit, boolean wrong) {}

    /** One row of the table behind the chart. */
    record Month(String name, String actual, String standing, String proposed) {}

    /** One decision, as it was made. */
    record Made(int number, String target, String way, String from, String reason, String recorded) {}

    /** Who looks, and when. */
    record Reader(boolean admin, ZoneId zone, Language language) {}

    static TargetView of(
            TargetReading reading,
            TargetFields fields,
            Optional<Proposal> proposal,
            Said said,
            Links links,
            Reader reader) {
        return new Maker(reading, fields, proposal, said, links, reader, reader.language()).view();
    }

    private record Maker(
            TargetReading reading,
            TargetFields fields,
            Optional<Proposal> proposal,
            Said said,
            Links links,
            Reader reader,
            Language language) {
        TargetView view() {
            Plan plan = reading.plan();
            boolean top = reading.region().equals(plan.region());
            var standing = Optional.ofNullable(reading.timeline().at(reading.now()));
            return new TargetView(
                    plan.code(),
                    indicator().code(),
                    reading.region(),
                    Line.name(indicator(), language),
                    Names.of(plan, reading.region(), language),
                    indicator().quote(),
                    reading.seen(),
                    reader.admin(),
                    reading.decides(),
                    indicator().target().direction().comparesWithLastYear(),
                    words().of(standing.orElse(null)),
                    standing.map(target -> words().way(target.trajectory())).orElse(""),
                    !top
                            && standing.isPresent()
                            && reading.timeline().decisionAt(reading.now()).isEmpty(),
                    links.indicator(indicator().code(), reading.region()),
                    TargetDesk.byWorkItem(plan).map(this::option).toList(),
                    plan.seenRegions()
                            .filter(region -> plan.concerns(region, indicator()))
                            .map(region -> new Option(
                                    region, Names.of(plan, region, language), region.equals(reading.region())))
                            .toList(),
                    form(),
                    TargetChart.of(reading, proposal, language),
                    months(),
                    PartsView.of(reading, proposal, links, language).orElse(null),
                    reading.timeline().decisions().stream().map(this::made).toList(),
                    said);
        }

        private Indicator indicator() {
            return reading.indicator();
        }

        private TargetWords words() {
            return new TargetWords(indicator().measure().unit(), language);
        }

        private Option option(Indicator indicator) {
            return new Option(
                    indicator.code(),
                    indicator.workItem() + " " + Line.name(indicator, language),
                    indicator.code().equals(indicator().code()));
        }

        private Form form() {
            return new Form(
                    TargetFields.numbers(indicator()).stream()
                            .map(name -> input(label(name), name, name))
                            .toList(),
                    Stream.of("linear", "steps", "seasonal", "from-month")
                            .map(code -> new Option(
                                    code, TargetWords.way(code).in(language), code.equals(fields.get("trajectory"))))
                            .toList(),
                    months(this::month, TargetFields::step),
                    IntStream.rangeClosed(1, 12)
                            .mapToObj(month -> input(
                                    Text.of("%s 月", "month %s", month).in(language),
                                    TargetFields.share(month),
                                    "trajectory"))
                            .toList(),
                    options("month"),
                    options("effectiveFrom"),
                    fields.get("reason"));
        }

        private interface Naming {
            String of(Period month);
        }

        private List<Input> months(Naming label, Naming name) {
            return TargetFields.months(reading.plan(), indicator())
                    .map(month -> input(label.of(month), name.of(month), "trajectory"))
                    .toList();
        }

        private String month(Period month) {
            return Shown.month(month, language);
        }

        private Input input(String label, String name, String field) {
            return new Input(
                    label,
                    name,
                    fields.get(name),
                    Shown.unit(indicator().measure().unit(), language),
                    said.isAbout(field));
        }

        private String label(String name) {
            Text label =
                    switch (name) {
                        case "value" -> new Text("目标值", "Target");
                        case "stretch" -> new Text("争取值（可空）", "Stretch (optional)");
                        case "low" -> new Text("下限", "Low");
                        case "high" -> new Text("上限", "High");
                        default -> new Text("基期值（可空）", "Baseline (optional)");
                    };
            return label.in(language);
        }

        private List<Option> options(String field) {
            return TargetFields.months(reading.plan(), indicator())
                    .map(month -> new Option(
                            month.toString(), month(month), month.toString().equals(fields.get(field))))
                    .toList();
        }

        private List<Month> months() {
            TargetChart.Ways ways = new TargetChart.Ways(reading, proposal);
            return ways.months().stream()
                    .map(month -> new Month(
                            month(month),
                            shown(ways.actual(month)),
                            shown(ways.standing(month)),
                            shown(ways.proposed(month))))
                    .toList();
        }

        private String shown(Optional<Exact> value) {
            return value.map(words()::value).orElse(Shown.NONE);
        }

        private Made made(Decision decision) {
            return new Made(
                    decision.number(),
                    words().of(decision.target()),
                    words().way(decision.target().trajectory()),
                    month(decision.from()),
                    decision.reason(),
                    Shown.moment(decision.recordedAt(), reader.zone()) + " " + decision.recordedBy());
        }
    }
}
