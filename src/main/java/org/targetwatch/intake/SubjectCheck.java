package org.targetwatch.intake;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Indicator.Reporter;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.catalogue.Region;
import org.targetwatch.figure.ClosedPeriods;
import org.targetwatch.figure.Exempt;
import org.targetwatch.intake.Cell.Words;
import org.targetwatch.measure.Frequency;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.measure.Term;
import org.targetwatch.progress.Rules;
import org.targetwatch.web.Text;

/** The hard rules for what a row is about: indicator, region and period (domain.md 5.3: V1), and who reports. */
final class SubjectCheck {
    private static final int REPORTERS_NAMED = 3;

    private final Sender sender;
    private final Plan plan;
    private final Period thisMonth;
    private final ClosedPeriods closed;
    private final Exempt exempt;
    private final Map<String, Text> reporters = new HashMap<>();

    SubjectCheck(Sender sender, Period thisMonth, ClosedPeriods closed, Exempt exempt) {
        this.sender = sender;
        this.plan = sender.plan();
        this.thisMonth = thisMonth;
        this.closed = closed;
        this.exempt = exempt;
    }

    /** Empty when it was refused, as for the others here. */
    Optional<Indicator> indicator(RowReport report) {
        return words(report, "indicator").flatMap(code -> {
            Optional<Indicator> indicator = plan.indicator(code);
            if (indicator.isEmpty()) {
                report.refuse(
                        "indicator",
                        "E-INDICATOR",
                        "没有指标“%s”，可用的见 /api/v1/plans/%s/indicators。",
                        "There is no indicator '%s'; see /api/v1/plans/%s/indicators.",
                        Text.shown(code),
                        plan.code());
            }
            return indicator.filter(known -> isOwn(report, known));
        });
    }

    private boolean isOwn(RowReport report, Indicator indicator) {
        boolean own = sender.own().test(indicator);
        if (!own) {
            report.refuse("indicator", CallersPlans.NOT_YOURS, "%s", "%s", CallersPlans.notYours(plan, indicator));
        }
        return own;
    }

    /** The region's code; {@code indicator} is null when that was refused. */
    Optional<String> region(RowReport report, @Nullable Indicator indicator) {
        return words(report, "region").filter(code -> {
            if (!plan.regions().isWithin(code, plan.region())) {
                report.refuse(
                        "region",
                        "E-REGION",
                        "没有填报单位“%s”，可用的见 /api/v1/regions（填行政区划代码，不填名称）。",
                        "There is no region '%s'; see /api/v1/regions (send the code, not the name).",
                        Text.shown(code));
                return false;
            }
            return isReached(report, code) && (indicator == null || isReporter(report, code, indicator));
        });
    }

    private boolean isReached(RowReport report, String region) {
        boolean reached = plan.reaches(region);
        if (!reached) {
            report.refuse(
                    "region",
                    CallersPlans.NOT_YOURS,
                    "%s 超出您的范围，您只能填报 %s 及其下级单位。",
                    "%s lies beyond yours; you may report %s and what lies below it.",
                    name(region),
                    name(plan.scope()));
        }
        return reached;
    }

    private boolean isReporter(RowReport report, String region, Indicator indicator) {
        boolean reports = plan.reports(region, indicator);
        if (!reports) {
            report.refuse(
                    "region",
                    "E-REPORTER",
                    "%s 不填报该指标，以免重复计算：%s。",
                    "%s does not report this indicator, so that nothing is counted twice: %s.",
                    name(region),
                    remedy(region, indicator));
        }
        return reports;
    }

    private Text remedy(String region, Indicator indicator) {
        Text who = reporters.computeIfAbsent(indicator.code(), code -> reporters(indicator));
        boolean summed = indicator.reporter() == Reporter.REGIONS && plan.concerns(region, indicator);
        return summed
                ? Text.of("其数据由下级单位汇总得出，请由 %s 填报", "its figure is summed; it is reported by %s", who)
                : Text.of("请由 %s 填报", "it is reported by %s", who);
    }

    private Text reporters(Indicator indicator) {
        List<Text> all = plan.regionCodes()
                .filter(region -> plan.reports(region, indicator))
                .map(this::name)
                .toList();
        String separator = "、";
        Text named = all.stream()
                .limit(REPORTERS_NAMED)
                .reduce((one, other) -> new Text(one.zh() + separator + other.zh(), one.en() + ", " + other.en()))
                .orElse(new Text("-", "-"));
        return all.size() <= REPORTERS_NAMED
                ? named
                : Text.of("%s 等 %s 个单位", "%s and others (%s in all)", named, all.size());
    }

    private Text name(String region) {
        Region found = plan.regions().find(region).orElseThrow();
        return new Text(region + " " + found.name(), region + " " + found.english());
    }

    /** Not in the future, not before last year, not after the indicator's last period. */
    Optional<Period> period(RowReport report, @Nullable Indicator indicator) {
        return words(report, "period").flatMap(text -> {
            Optional<Period> period = Period.parse(text);
            if (period.isEmpty()) {
                report.refuse(
                        "period",
                        "E-PERIOD",
                        "“%s”不是报告期，应写作 2020-09。",
                        "'%s' is not a period; write it like 2020-09.",
                        Text.shown(text));
            }
            return period.filter(read -> isInRange(report, read, indicator) && isNotFuture(report, read));
        });
    }

    /** Whether the region may report for {@code period} at all. */
    boolean isOpen(RowReport report, String region, Period period) {
        return isInTerm(report, region, period) && isNotClosed(report, region, period);
    }

    private boolean isNotClosed(RowReport report, String region, Period period) {
        Optional<Text> refusal = closed.refusal(region, period);
        refusal.ifPresent(why -> report.refuse("period", ClosedPeriods.CODE, "%s", "%s", why));
        return refusal.isEmpty();
    }

    /** Whether the indicator is asked for: in that period, and of that region where it is known. */
    boolean isAsked(RowReport report, Indicator indicator, Optional<String> region, Period period) {
        return isInFrequency(report, indicator, period)
                && region.filter(code -> isExempt(report, indicator, code, period))
                        .isEmpty();
    }

    private boolean isInFrequency(RowReport report, Indicator indicator, Period period) {
        Rules rules = indicator.rules();
        boolean monthly = rules.frequency() == Frequency.MONTHLY;
        boolean fits =
                monthly || period.isBefore(plan.start()) || rules.frequency().asksFor(period, rules.due());
        if (!fits) {
            report.refuse(
                    "period",
                    "E-FREQUENCY",
                    "%s 不报该指标：它是%s，只报 %s。",
                    "This indicator is not reported for %s: it is %s and is reported for %s.",
                    period,
                    rules.frequency() == Frequency.QUARTERLY ? new Text("季报", "quarterly") : new Text("年报", "yearly"),
                    rules.asked(rules.due()).map(Period::toString).collect(joining(", ")));
        }
        return fits;
    }

    private boolean isExempt(RowReport report, Indicator indicator, String region, Period period) {
        boolean isExempt = exempt.is(new Series(indicator.code(), region), period);
        if (isExempt) {
            report.refuse(
                    "indicator",
                    "E-EXEMPT",
                    "该指标对 %s 不适用（由市级科室认定），请勿填报；如有变化，请联系牵头科室。",
                    "The bureau has said that this indicator does not apply to %s; leave it out, or tell the lead office that"
                            + " this has changed.",
                    name(region));
        }
        return isExempt;
    }

    /** A region that has ended, or has not begun, reports nothing; last year's reference figures are no matter. */
    private boolean isInTerm(RowReport report, String region, Period period) {
        Term term = plan.regions().find(region).orElseThrow().term();
        boolean inTerm = period.isBefore(plan.start()) || term.contains(period);
        if (!inTerm) {
            report.refuse(
                    "period",
                    "E-TERM",
                    "%s 在 %s 不存在（%s 至 %s），请由当时所在的单位填报。",
                    "%s does not exist in %s (it is there from %s to %s); the region it belongs to by then reports.",
                    name(region),
                    period,
                    term.first() == null ? "…" : term.first(),
                    term.last() == null ? "…" : term.last());
        }
        return inTerm;
    }

    private boolean isInRange(RowReport report, Period period, @Nullable Indicator indicator) {
        Period first = plan.start().plusMonths(-12);
        Period last = indicator == null ? period : indicator.rules().lastPeriod();
        boolean inRange = !period.isBefore(first) && !period.isAfter(last);
        if (!inRange) {
            report.refuse(
                    "period",
                    "E-PERIOD-RANGE",
                    "%s 不在可填报的范围内：最早 %s（上年同期数），最晚 %s。",
                    "%s cannot be reported: the first period is %s (last year's, for reference), the last %s.",
                    period,
                    first,
                    indicator == null ? plan.start().plusMonths(11) : last);
        }
        return inRange;
    }

    private boolean isNotFuture(RowReport report, Period period) {
        boolean future = period.isAfter(thisMonth);
        if (future) {
            report.refuse(
                    "period",
                    "E-PERIOD-FUTURE",
                    "%s 尚未到来：现在只能填报到 %s。",
                    "%s lies in the future: figures can be sent up to %s.",
                    period,
                    thisMonth);
        }
        return !future;
    }

    private static Optional<String> words(RowReport report, String field) {
        Optional<Cell> cell = report.row().cell(field);
        if (cell.isEmpty()) {
            report.refuse(field, "E-MISSING", "缺少 %s，请补上。", "%s is missing; add it.", field);
            return Optional.empty();
        }
        if (cell.get() instanceof Words words) {
            return Optional.of(words.text());
        }
        report.refuse(field, "E-TYPE", "%s 应为文本，请加双引号。", "%s must be a text; put it in double quotes.", field);
        return Optional.empty();
    }
}
