package org.targetwatch.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Series;
import org.targetwatch.scorecard.Card;
import org.targetwatch.scorecard.Scorecards;
import org.targetwatch.supervision.AlertMessage.Alert;
import org.targetwatch.web.BusinessDate;
import org.targetwatch.web.Text;

/**
 * What alerts do to slips: one that fires opens a slip, or is noted on the one that is open; the same again does nothing; its
 * end is noted. Alerts know nothing confidential, so one about a confidential indicator is not from our rules and is ignored.
 */
@ApplicationScoped
class AlertDesk {
    private static final int LONGEST_SUMMARY = 500;
    private static final int LONGEST_ID = 200;

    /** What became of an alert. */
    enum Outcome {
        OPENED,
        NOTED,
        KNOWN,
        IGNORED
    }

    private final Catalogue catalogue;
    private final Slips slips;
    private final SlipRights rights;
    private final SlipStore store;
    private final Scorecards scorecards;
    private final SupervisionConfig config;
    private final BusinessDate businessDate;

    AlertDesk(
            Catalogue catalogue,
            Slips slips,
            SlipRights rights,
            SlipStore store,
            Scorecards scorecards,
            SupervisionConfig config,
            BusinessDate businessDate) {
        this.catalogue = catalogue;
        this.slips = slips;
        this.rights = rights;
        this.store = store;
        this.scorecards = scorecards;
        this.config = config;
        this.businessDate = businessDate;
    }

    /** A whole message, in one transaction: Alertmanager sends it again where it was not answered. */
    @Transactional
    List<Outcome> take(AlertMessage message) {
        return message.present().stream().map(this::take).toList();
    }

    private Outcome take(Alert alert) {
        Optional<Plan> plan = catalogue.plan(alert.label("plan"));
        String by = rights.name();
        Optional<String> id = alert.id().filter(known -> known.length() <= LONGEST_ID && Text.isPlain(known));
        if (plan.isEmpty() || id.isEmpty() || !isFollowed(plan.get(), alert)) {
            return Outcome.IGNORED;
        }
        slips.lock(plan.get());
        return alert.isFiring() ? fired(plan.get(), alert, id.get(), by) : ended(plan.get(), id.get(), by);
    }

    private boolean isFollowed(Plan plan, Alert alert) {
        return (alert.isFiring() || alert.isResolved())
                && config.alerts().contains(alert.label("alertname"))
                && plan.indicator(alert.label("indicator"))
                        .filter(indicator -> !indicator.confidential())
                        .filter(indicator -> plan.concerns(alert.label("region"), indicator))
                        .filter(indicator -> rights.worksOn(plan, series(alert)))
                        .isPresent();
    }

    private static Series series(Alert alert) {
        return new Series(alert.label("indicator"), alert.label("region"));
    }

    private Outcome fired(Plan plan, Alert alert, String id, String by) {
        if (!store.alerted(plan.code(), id).isEmpty()) {
            return Outcome.KNOWN;
        }
        Series series = series(alert);
        Optional<Slip> open = slips.openOf(plan, series).stream().findFirst();
        if (open.isPresent()) {
            Said said = Said.remark(Act.ALERTED, alert.words(LONGEST_SUMMARY), id);
            slips.record(plan, open.get().number(), said, by);
            return Outcome.NOTED;
        }
        return open(plan, series, alert, id, by) ? Outcome.OPENED : Outcome.IGNORED;
    }

    /** Without a card there is nothing that could be said to be missing. */
    private boolean open(Plan plan, Series series, Alert alert, String id, String by) {
        Indicator indicator = plan.requireIndicator(series.indicator());
        LocalDate due = SlipForms.usualDue(plan, businessDate.today(), config.replyDays());
        Said said = Said.opened(alert.words(LONGEST_SUMMARY), due, id);
        return scorecards.read(plan, cards -> {
            Optional<Card> card = cards.card(
                    indicator.code(), series.region(), cards.currentPeriods().get(indicator.code()));
            return card.flatMap(found -> slips.open(
                            plan,
                            series,
                            Cause.ALERT,
                            Finding.of(found),
                            Share.largest(cards.gapSplit(found)),
                            said,
                            by))
                    .isPresent();
        });
    }

    private Outcome ended(Plan plan, String id, String by) {
        List<Slip> waiting = store.alerted(plan.code(), id).stream()
                .flatMap(number -> slips.find(plan, number).stream())
                .filter(slip -> slip.isOpen() && !slip.notes(Act.ALERT_ENDED, id))
                .toList();
        waiting.forEach(slip -> slips.record(plan, slip.number(), Said.remark(Act.ALERT_ENDED, null, id), by));
        return waiting.isEmpty() ? Outcome.KNOWN : Outcome.NOTED;
    }
}
