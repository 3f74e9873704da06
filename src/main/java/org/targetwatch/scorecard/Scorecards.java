package org.targetwatch.scorecard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.targetwatch.audit.Recorders;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Exemptions;
import org.targetwatch.figure.Figures;
import org.targetwatch.measure.Period;
import org.targetwatch.target.Targets;
import org.targetwatch.web.BusinessDate;

/** The door to cards: what was promised against what was reported. */
@ApplicationScoped
public class Scorecards {
    private final CardStore cards;
    private final JudgingQueue queue;
    private final Figures figures;
    private final Targets targets;
    private final Exemptions exemptions;
    private final Catalogue catalogue;
    private final Recorders recorders;
    private final BusinessDate businessDate;

    Scorecards(
            CardStore cards,
            JudgingQueue queue,
            Figures figures,
            Targets targets,
            Exemptions exemptions,
            Catalogue catalogue,
            Recorders recorders,
            BusinessDate businessDate) {
        this.cards = cards;
        this.queue = queue;
        this.figures = figures;
        this.targets = targets;
        this.exemptions = exemptions;
        this.catalogue = catalogue;
        this.recorders = recorders;
        this.businessDate = businessDate;
    }

    /** Reads the plan's cards of now, all in one transaction. */
    @Transactional
    public <T> T read(Plan plan, Function<PlanCards, T> reader) {
        return reader.apply(new StoredCards(cards, figures, targets, plan, businessDate.today()));
    }

    /**
     * Reads the cards that the same code would have made from what was known at {@code knownAt}: the same for ever, for
     * what is being recorded with a time before it is waited for.
     *
     * @return empty when there was no such plan then
     */
    @Transactional
    public <T> Optional<T> readKnown(String code, Instant knownAt, Function<PlanCards, T> reader) {
        return readKnown(code, knownAt, plan -> plan, reader);
    }

    /**
     * The same for somebody who may not know the whole plan.
     *
     * @param view of the plan as it was then: what it hides is not read
     */
    @Transactional
    public <T> Optional<T> readKnown(
            String code, Instant knownAt, UnaryOperator<Plan> view, Function<PlanCards, T> reader) {
        recorders.await();
        return catalogue
                .plan(code, knownAt)
                .map(view)
                .map(plan -> reader.apply(new KnownCards(
                        plan, businessDate.on(knownAt), knownAt, figures, targets, exemptions.of(code, knownAt))));
    }

    /**
     * How far a look sees; to be taken before it. The next one asks {@link #writtenAfter} and {@link #eachWrittenAfter} for what is
     * after it, {@link Horizon#until} its own.
     */
    @Transactional
    public Horizon horizon() {
        return cards.horizon();
    }

    /** Which indicators of which plans have cards that were written after the horizon of an earlier look, each at least once. */
    @Transactional
    public Set<Written> writtenAfter(Horizon horizon) {
        return cards.writtenAfter(horizon);
    }

    /** An indicator of a plan of which some card was written. */
    public record Written(String plan, String indicator) {}

    /** All cards of one period for each indicator, one by one. */
    @Transactional
    public void eachOf(Plan plan, Map<String, Period> periods, Consumer<Card> consumer) {
        cards.eachOf(plan, periods, consumer);
    }

    /** Of the same cards those written after the horizon of an earlier look, each at least once. */
    @Transactional
    public void eachWrittenAfter(Horizon horizon, Plan plan, Map<String, Period> periods, Consumer<Card> consumer) {
        cards.eachWrittenAfter(horizon, plan, periods, consumer);
    }

    /**
     * What waits to be judged.
     *
     * @param size notes whose turn will come
     * @param setAside notes that could not be judged and are tried again now and then
     * @param age how long the oldest of the first kind has waited
     */
    public record Backlog(long size, long setAside, Duration age) {
        public static final Backlog NONE = new Backlog(0, 0, Duration.ZERO);
    }

    @Transactional
    public Backlog backlog() {
        return queue.backlog();
    }
}
