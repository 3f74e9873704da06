package org.targetwatch.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.targetwatch.audit.AuditTrail;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.scorecard.Card;
import org.targetwatch.scorecard.Scorecards;
import org.targetwatch.web.BusinessDate;

/** Opens slips by rule, marks what jumps, and closes what has recovered. Whoever looks, and how often, the result is the same. */
@ApplicationScoped
class Supervisor {
    private final Slips slips;
    private final Scorecards scorecards;
    private final SupervisionConfig config;
    private final BusinessDate businessDate;

    Supervisor(Slips slips, Scorecards scorecards, SupervisionConfig config, BusinessDate businessDate) {
        this.slips = slips;
        this.scorecards = scorecards;
        this.config = config;
        this.businessDate = businessDate;
    }

    /** Looks at the current cards of one indicator. Where there is nothing to do nobody is locked. */
    @Transactional
    void look(Plan plan, Indicator indicator) {
        scorecards.read(plan, cards -> {
            Round round = new Round(indicator, cards, config);
            List<Card> lagging = round.lagging();
            if (!lagging.isEmpty() || !openOf(plan, indicator).isEmpty()) {
                slips.lock(plan);
                openOf(plan, indicator).forEach(slip -> follow(plan, slip, round));
                lagging.forEach(card -> openFor(plan, indicator, card, round));
            }
            return round;
        });
    }

    private List<Slip> openOf(Plan plan, Indicator indicator) {
        return slips.find(
                SlipQuery.of(plan).ofIndicators(List.of(indicator.code())).in(SlipQuery.OPEN));
    }

    private void follow(Plan plan, Slip slip, Round round) {
        Finding opened = slip.opening().finding();
        List<Card> since = round.upToCurrent(slip.opening().series().region()).stream()
                .filter(card -> !card.period().isBefore(opened.period()))
                .toList();
        List<Jump> jumps = Jump.in(opened, since);
        jumps.stream()
                .filter(jump -> !slip.notes(Act.JUMPED, jump.about()))
                .forEach(jump ->
                        record(plan, slip, Said.remark(Act.JUMPED, jump.words().zh(), jump.about())));
        // What jumped does not settle itself: the reviewer is to look at it first, and closes it by hand.
        if (jumps.isEmpty() && !slip.hasJumped() && round.hasRecovered(since)) {
            record(plan, slip, Said.because(Act.RECOVERED, round.current() + "：数据已恢复正常"));
        }
    }

    private void record(Plan plan, Slip slip, Said said) {
        slips.record(plan, slip.number(), said, AuditTrail.SYSTEM);
    }

    private void openFor(Plan plan, Indicator indicator, Card card, Round round) {
        if (mayOpen(plan, card)) {
            String reason = "%s：%s（%s），按规则自动开单"
                    .formatted(
                            card.period(),
                            card.assessment().status().chinese(),
                            indicator.rules().commitment().chinese());
            LocalDate due = SlipForms.usualDue(plan, businessDate.today(), config.replyDays());
            Said said = Said.opened(reason, due, null);
            slips.open(plan, card.series(), Cause.RULE, Finding.of(card), round.shares(card), said, AuditTrail.SYSTEM);
        }
    }

    /** Nobody is asked twice: not while any slip is open, and not for what the last one has settled. */
    private boolean mayOpen(Plan plan, Card card) {
        Optional<Slip> last = slips
                .find(SlipQuery.of(plan).ofIndicators(List.of(card.indicator())).ofRegions(List.of(card.region())))
                .stream()
                .max(Comparator.comparing(Slip::isOpen).thenComparing(Slip::number));
        return last.isEmpty()
                || !last.get().isOpen()
                        && new Reopening(last.get(), plan.dueDays()).isDue(card.period(), businessDate.today());
    }
}
