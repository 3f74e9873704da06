package org.targetwatch.page.digest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.page.Address;
import org.targetwatch.page.Light;
import org.targetwatch.page.Links;
import org.targetwatch.page.Option;
import org.targetwatch.page.Shown;
import org.targetwatch.supervision.Digest;
import org.targetwatch.supervision.Digest.Kind;
import org.targetwatch.supervision.Digests;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/**
 * A digest on a page.
 *
 * @param now what there is today; null for a day that has passed
 * @param words what was told on a day that has passed; null where nothing was, and for today
 */
record DigestView(
        String plan,
        String office,
        String kind,
        String kindWord,
        String day,
        String dayCode,
        String todayCode,
        List<Option> offices,
        List<Tab> kinds,
        List<Tab> days,
        @Nullable Now now,
        @Nullable String words) {

    record Tab(String word, String href, boolean chosen) {}

    /** @param since the first day of which something counts as new */
    record Now(
            String since, List<LagLine> lagging, List<Owed> reports, List<Open> slips, long settled, boolean nothing) {}

    /** @param from since which month it has lagged without a break */
    record LagLine(
            String href,
            String name,
            Light light,
            String period,
            String actual,
            String target,
            String gap,
            String from,
            boolean isNew) {}

    /** @param missing the names of what is not reported, {@code number} of them */
    record Owed(String href, String region, String period, String due, boolean overdue, String missing, int number) {}

    record Open(
            String href,
            int number,
            String region,
            String name,
            String phase,
            String phaseWord,
            @Nullable String due,
            boolean overdue,
            boolean jumped,
            boolean isNew) {}

    /** What is asked for. */
    record Asked(Plan plan, String office, Kind kind, LocalDate day, LocalDate today) {
        Address address() {
            return Address.of("/digests")
                    .with("plan", plan.code())
                    .with("office", office)
                    .with("kind", kind.code());
        }
    }

    /** Puts it into words. */
    record Maker(Asked asked, List<LocalDate> days, Links links, Language language) {
        DigestView of(Digest digest) {
            return view(
                    new Now(
                            Shown.day(digest.since(), language),
                            digest.lagging().stream().map(this::line).toList(),
                            digest.reports().stream().map(this::owed).toList(),
                            digest.slips().stream().map(this::open).toList(),
                            digest.settled(),
                            digest.saysNothing()),
                    null);
        }

        DigestView of(@Nullable String words) {
            return view(null, words);
        }

        private DigestView view(@Nullable Now now, @Nullable String words) {
            return new DigestView(
                    asked.plan().code(),
                    asked.office(),
                    asked.kind().code(),
                    asked.kind().words().in(language),
                    Shown.day(asked.day(), language),
                    asked.day().toString(),
                    asked.today().toString(),
                    Digests.offices(asked.plan()).stream()
                            .map(office -> new Option(office, office, office.equals(asked.office())))
                            .toList(),
                    Stream.of(Kind.values()).map(this::tab).toList(),
                    days.stream().map(this::tab).toList(),
                    now,
                    words);
        }

        private Tab tab(Kind kind) {
            return new Tab(
                    kind.words().in(language),
                    asked.address().with("kind", kind.code()).toString(),
                    kind == asked.kind());
        }

        private Tab tab(LocalDate day) {
            return new Tab(
                    Shown.day(day, language),
                    asked.address().with("day", day.toString()).toString(),
                    day.equals(asked.day()));
        }

        private LagLine line(Digest.Lagging one) {
            boolean percent = one.unit().equals("%");
            return new LagLine(
                    links.indicator(one.indicator(), asked.plan().region()),
                    one.name(),
                    Light.of(one.status(), language),
                    Shown.month(one.period(), language),
                    value(one.actual(), one.unit()),
                    value(one.target(), one.unit()),
                    value(one.gap(), percent ? new Text("个百分点", "points").in(language) : one.unit()),
                    Shown.month(one.from(), language),
                    one.isNew());
        }

        private static String value(@Nullable BigDecimal value, String unit) {
            return value == null ? Shown.NONE : Shown.number(value) + (unit.equals("%") ? unit : " " + unit);
        }

        private Owed owed(Digest.Report report) {
            return new Owed(
                    links.address("/review")
                            .with("region", report.region())
                            .with("period", report.period().toString())
                            .toString(),
                    report.name(),
                    Shown.month(report.period(), language),
                    Shown.day(report.dueDay(), language),
                    report.overdue(),
                    String.join(new Text("、", ", ").in(language), report.missing()),
                    report.missing().size());
        }

        private Open open(Digest.OpenSlip slip) {
            return new Open(
                    links.address("/slips/" + slip.number()).toString(),
                    slip.number(),
                    slip.regionName(),
                    slip.name(),
                    slip.state().code(),
                    slip.state().words().in(language),
                    slip.dueDay() == null ? null : Shown.day(slip.dueDay(), language),
                    slip.overdue(),
                    slip.jumped(),
                    slip.isNew());
        }
    }
}
