package org.targetwatch.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.scorecard.Card;
import org.targetwatch.scorecard.Scorecards;
import org.targetwatch.web.BusinessDate;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/** A slip that a reviewer opens: for what, and what is missing as the current card has it. */
@ApplicationScoped
class HandOpening {
    private final Slips slips;
    private final SlipRights rights;
    private final Scorecards scorecards;
    private final BusinessDate businessDate;

    HandOpening(Slips slips, SlipRights rights, Scorecards scorecards, BusinessDate businessDate) {
        this.slips = slips;
        this.rights = rights;
        this.scorecards = scorecards;
        this.businessDate = businessDate;
    }

    /** Whether there are slips for the series at all: what is confidential is never followed up by county. */
    static boolean isPossible(Plan plan, Series series) {
        return plan.indicator(series.indicator())
                .filter(indicator -> isPossible(plan, indicator, series.region()))
                .isPresent();
    }

    private static boolean isPossible(Plan plan, Indicator indicator, String region) {
        return plan.concerns(region, indicator) && (region.equals(plan.region()) || !indicator.confidential());
    }

    /** Opens a slip of a plan; a reply is owed on {@code usual} unless the form says another day. */
    Slip open(Plan plan, SlipForms.Open form, LocalDate usual) {
        Violations violations = new Violations();
        Optional<Series> series = series(plan, form, violations);
        Optional<LocalDate> due = SlipForms.optionalDay("due", form.due(), businessDate.today(), usual, violations);
        String reason = form.requireReason(violations);
        violations.refuseIfAny();
        rights.requireOffice(plan, series.orElseThrow());
        return open(plan, series.get(), Said.opened(reason, due.orElseThrow(), null));
    }

    private static Optional<Series> series(Plan plan, SlipForms.Open form, Violations violations) {
        String code = String.valueOf(form.indicator());
        String region = form.region() == null ? plan.region() : form.region();
        Optional<Indicator> indicator = plan.indicator(code);
        if (indicator.isEmpty()) {
            violations.add(noIndicator(plan, code));
        } else if (!isPossible(plan, indicator.get(), region)) {
            violations.add(notSupervised(code, region));
        }
        return indicator.map(known -> new Series(code, region));
    }

    private static Violation noIndicator(Plan plan, String code) {
        return new Violation(
                null,
                "indicator",
                "E-INDICATOR",
                Text.of(
                        "没有指标“%s”，可用的见 /api/v1/plans/%s/indicators。",
                        "There is no indicator '%s'; see /api/v1/plans/%s/indicators.", Text.shown(code), plan.code()));
    }

    private static Violation notSupervised(String code, String region) {
        return new Violation(
                null,
                "region",
                "E-REGION",
                Text.of(
                        "指标 %s 不能对“%s”开督办单：单位不存在、不涉及该指标，或该指标只对市级督办。",
                        "No slip can be opened for '%2$s' on indicator %1$s: there is no such region, the indicator does"
                                + " not concern it, or it is followed up for the city only.",
                        code,
                        Text.shown(region)));
    }

    private Slip open(Plan plan, Series series, Said said) {
        return scorecards.read(plan, cards -> {
            Period current = cards.currentPeriods().get(series.indicator());
            Card card = cards.card(series.indicator(), series.region(), current).orElseThrow(() -> notJudged(series));
            List<Share> shares = Share.largest(cards.gapSplit(card));
            return slips.open(plan, series, Cause.HAND, Finding.of(card), shares, said, rights.name())
                    .orElseThrow(() -> alreadyOpen(plan, series));
        });
    }

    private static Problem notJudged(Series series) {
        return Problem.conflict(Text.of(
                "%s 的指标 %s 尚无记分卡，请等评判完成后再开督办单。",
                "Region %s has no card for %s yet; open the slip once it is judged.",
                series.region(),
                series.indicator()));
    }

    private Problem alreadyOpen(Plan plan, Series series) {
        Slip open = slips.openOf(plan, series).stream()
                .filter(slip -> slip.opening().cause() == Cause.HAND)
                .findFirst()
                .orElseThrow();
        return Problem.conflict(Text.of(
                "%s 的指标 %s 已有 %s 号督办单未办结，请在该单上办理。",
                "Region %s already has slip %3$s open for %2$s; act on that one.",
                series.region(),
                series.indicator(),
                open.number()));
    }
}
