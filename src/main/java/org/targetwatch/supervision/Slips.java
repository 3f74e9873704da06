package org.targetwatch.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.targetwatch.audit.AuditTrail;
import org.targetwatch.audit.Facts;
import org.targetwatch.audit.Recorders;
import org.targetwatch.audit.Subject;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.catalogue.WorkItem;
import org.targetwatch.measure.Series;
import org.targetwatch.supervision.Slip.Opening;
import org.targetwatch.web.BusinessDate;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/**
 * The door to slips for programs: it asks nobody who they are. What people may see and do is the business of {@link
 * SlipDesk}. A plan handed in decides what is found: slips of indicators that it does not show are not there.
 */
@ApplicationScoped
public class Slips {
    private final SlipStore store;
    private final Recorders recorders;
    private final AuditTrail trail;
    private final BusinessDate businessDate;

    Slips(SlipStore store, Recorders recorders, AuditTrail trail, BusinessDate businessDate) {
        this.store = store;
        this.recorders = recorders;
        this.trail = trail;
        this.businessDate = businessDate;
    }

    /** The slips as they were known at {@code moment}: the same for ever, for what is just being recorded is waited for. */
    @Transactional
    public List<Slip> known(Plan plan, Instant moment) {
        recorders.await();
        return find(SlipQuery.of(plan)).stream()
                .flatMap(slip -> slip.asOf(moment).stream())
                .toList();
    }

    List<Slip> find(SlipQuery query) {
        return store.find(query);
    }

    Optional<Slip> find(Plan plan, int number) {
        return find(SlipQuery.of(plan).page(number - 1, 1)).stream()
                .filter(slip -> slip.number() == number)
                .findFirst();
    }

    /** The 404 for a slip that the plan does not have, or that is not for the caller to know of. */
    static Problem notFound(Plan plan, int number) {
        return Problem.notFound(Text.of(
                "工作要点 %s 没有 %s 号督办单，现有的见 /api/v1/plans/%s/slips。",
                "Plan %s has no slip %s; see /api/v1/plans/%s/slips.", plan.code(), number, plan.code()));
    }

    List<Slip> openOf(Plan plan, Series series) {
        return find(SlipQuery.of(plan)
                .ofIndicators(Set.of(series.indicator()))
                .ofRegions(Set.of(series.region()))
                .in(SlipQuery.OPEN));
    }

    /** Everyone who wants to open a slip of the plan, or change one, waits for the end of this transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void lock(Plan plan) {
        store.lock(plan.code());
    }

    /**
     * Opens a slip.
     *
     * @return empty when one of that cause is open already
     */
    @Transactional
    Optional<Slip> open(
            Plan plan, Series series, Cause cause, Finding finding, List<Share> shares, Said said, String by) {
        store.lock(plan.code());
        if (openOf(plan, series).stream().anyMatch(slip -> slip.opening().cause() == cause)) {
            return Optional.empty();
        }
        int number = store.lastNumber(plan.code()) + 1;
        Opening opening = new Opening(plan.code(), number, series, leadOffices(plan, series), cause, finding, shares);
        Slip slip = new Slip(opening, List.of(step(1, plan.code(), said, by)));
        store.insert(slip);
        leaveRow(slip);
        return Optional.of(slip);
    }

    private static List<String> leadOffices(Plan plan, Series series) {
        return plan.workItem(plan.requireIndicator(series.indicator()).workItem())
                .map(WorkItem::leadOffices)
                .orElseThrow();
    }

    /** Does something to a slip; answers 409 where that is not allowed as it stands, and says what is. */
    @Transactional
    Slip record(Plan plan, int number, Said said, String by) {
        store.lock(plan.code());
        Slip before = find(plan, number).orElseThrow(() -> notFound(plan, number));
        LocalDate until = said.until() == null ? LocalDate.EPOCH : said.until();
        if (said.act().after(before.state(), until).isEmpty()) {
            throw notAllowed(before, said.act());
        }
        Slip after = before.with(step(before.steps().size() + 1, plan.code(), said, by));
        store.append(after);
        leaveRow(after);
        return after;
    }

    private void leaveRow(Slip slip) {
        Step step = slip.last();
        Facts details = Facts.of("slip", slip.number())
                .and("cause", step.seq() == 1 ? slip.opening().cause() : null)
                .and("reason", step.reason())
                .and("measure", step.measure())
                .and("until", step.until())
                .and("about", step.about());
        Subject subject = Subject.series(slip.opening().plan(), slip.opening().series());
        trail.record(step.recordedBy(), "slip." + step.act().code(), subject, details);
    }

    private Step step(int seq, String plan, Said said, String by) {
        return new Step(
                seq,
                said.act(),
                said.reason(),
                said.measure(),
                said.until(),
                said.about(),
                businessDate.today(),
                recorders.time(store.lastRecordedAt(plan)),
                by);
    }

    private static Problem notAllowed(Slip slip, Act act) {
        List<Act> allowed = slip.can();
        Text remedy = allowed.isEmpty()
                ? new Text(
                        "已办结，不再变动；如仍滞后，请另开一张",
                        "It is settled and does not change any more; open another one if the lag goes on")
                : Text.of("现在可以：%s", "What can be done now: %s", listed(allowed));
        return Problem.conflict(Text.of(
                "%s 号督办单现为“%s”，不能%s。%s。",
                "Slip %s is now '%s': %s is not possible. %s.",
                slip.number(),
                slip.state().phase().words(),
                act.words(),
                remedy));
    }

    private static Text listed(List<Act> acts) {
        return acts.stream()
                .map(Act::words)
                .reduce((one, other) -> Text.of("%s、%s", "%s, %s", one, other))
                .orElseThrow();
    }
}
