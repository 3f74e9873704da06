package org.targetwatch.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Act;
import org.targetwatch.figure.Batch;
import org.targetwatch.figure.ClosedPeriods;
import org.targetwatch.figure.Closings;
import org.targetwatch.figure.Exemptions;
import org.targetwatch.figure.Figure;
import org.targetwatch.figure.Figures;
import org.targetwatch.figure.Outcome;
import org.targetwatch.figure.Signatures;
import org.targetwatch.scorecard.Effect;
import org.targetwatch.scorecard.Effects;
import org.targetwatch.web.BusinessDate;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Violations;

/** Makes a batch of what was sent, whoever sent it; or refuses it with everything that is wrong. */
@ApplicationScoped
class Intake {
    private final Catalogue catalogue;
    private final BusinessDate businessDate;
    private final IntakeConfig config;
    private final Figures figures;
    private final Closings closings;
    private final Exemptions exemptions;
    private final BatchReview review;
    private final Effects effects;
    private final TransactionSynchronizationRegistry transaction;

    Intake(
            Catalogue catalogue,
            BusinessDate businessDate,
            IntakeConfig config,
            Figures figures,
            Closings closings,
            Exemptions exemptions,
            BatchReview review,
            Effects effects,
            TransactionSynchronizationRegistry transaction) {
        this.catalogue = catalogue;
        this.businessDate = businessDate;
        this.config = config;
        this.figures = figures;
        this.closings = closings;
        this.exemptions = exemptions;
        this.review = review;
        this.effects = effects;
        this.transaction = transaction;
    }

    /** What became of a batch, and what looks odd about it. */
    record Stored(Outcome outcome, Violations warnings) {}

    /** With what it does to the cards: empty when the batch is too large to say. */
    record Recorded(Stored stored, Optional<List<Effect>> effects) {}

    /** Records a batch made by {@link #batch}; a dry run says the same and leaves no trace. */
    @Transactional
    Recorded record(Reading reading, boolean dryRun) {
        Stored stored = store(reading);
        Recorded recorded = new Recorded(stored, effects(reading.batch(), stored.outcome()));
        if (dryRun) {
            transaction.setRollbackOnly();
        }
        return recorded;
    }

    /**
     * Records a batch without asking what it does to the cards.
     *
     * @throws Problem when its figures contradict each other or what stands
     */
    @Transactional
    Stored store(Reading reading) {
        Batch batch = reading.batch();
        Outcome outcome = figures.record(batch);
        return new Stored(outcome, review.warnings(catalogue.require(batch.plan()), reading, outcome));
    }

    private Optional<List<Effect>> effects(Batch batch, Outcome outcome) {
        if (batch.figures().size() > config.effectsUpTo()) {
            return Optional.empty();
        }
        return Optional.of(
                outcome.unchanged() == outcome.received()
                        ? List.of()
                        : effects.of(catalogue.require(batch.plan()), batch.figures()));
    }

    /**
     * Reads what {@code sender} sent in {@code format}, and checks it.
     *
     * @param day the business date on which it arrives
     * @throws Problem when {@code body} is not of the format, or with every violation
     */
    Reading batch(Sender sender, Format format, InputStream body, LocalDate day) throws IOException {
        Plan plan = sender.plan();
        Violations violations = new Violations();
        BatchCheck check = new BatchCheck(subjects(sender), config.maxFigures(), violations);
        Signed signed = format.read(plan, body, check::accept, violations);
        List<Figure> checked = check.figures();
        Signatures signatures = check.signatures(signed);
        if (!violations.isEmpty()) {
            review.refuse(plan, checked, check.origins(), violations);
        }
        refuseClosed(violations);
        CallersPlans.refuseNotYours(violations);
        violations.refuseIfAny();
        Act act = new Act(plan.code(), sender.name(), day, signatures);
        return new Reading(new Batch(act, checked), check.origins());
    }

    /** In a transaction of its own: the body may come slowly, and no connection waits for it. */
    @Transactional
    SubjectCheck subjects(Sender sender) {
        String plan = sender.plan().code();
        return new SubjectCheck(sender, businessDate.month(), closings.of(plan), exemptions.of(plan, null));
    }

    /** A conflict with what the office did, where nothing is wrong with the content. */
    private static void refuseClosed(Violations violations) {
        if (violations.areAll(ClosedPeriods.CODE)) {
            throw ClosedPeriods.refusal(violations);
        }
    }
}
