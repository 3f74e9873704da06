package org.targetwatch.scorecard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.ExemptionsChanged;
import org.targetwatch.figure.FiguresChanged;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.scorecard.JudgingQueue.Note;
import org.targetwatch.target.TargetsChanged;

/** Notes, in the transaction of whoever changed something, what must be judged again because of it. */
@ApplicationScoped
class Announcements {
    private final JudgingQueue queue;
    private final Catalogue catalogue;

    Announcements(JudgingQueue queue, Catalogue catalogue) {
        this.queue = queue;
        this.catalogue = catalogue;
    }

    void figuresChanged(@Observes FiguresChanged changed) {
        Plan plan = catalogue.plan(changed.plan()).orElseThrow();
        queue.add(changed.changes().stream()
                .map(change -> Note.of(
                        plan, new Series(change.indicator(), change.region()), firstJudged(plan, change.fromPeriod())))
                .toList());
    }

    /** A region's target may be handed down to everything below it. */
    void targetsChanged(@Observes TargetsChanged changed) {
        Plan plan = catalogue.plan(changed.plan()).orElseThrow();
        Indicator indicator = plan.indicator(changed.indicator()).orElseThrow();
        queue.add(plan.regions()
                .selfAndBelow(changed.region())
                .filter(region -> plan.concerns(region, indicator))
                .map(region -> Note.of(plan, new Series(indicator.code(), region), changed.from()))
                .toList());
    }

    void exemptionsChanged(@Observes ExemptionsChanged changed) {
        Plan plan = catalogue.plan(changed.plan()).orElseThrow();
        queue.add(List.of(Note.of(plan, changed.series(), changed.from())));
    }

    /** A reference figure of last year may change any month of this one, and this year's may be in the same batch. */
    private static Period firstJudged(Plan plan, Period changed) {
        return changed.laterOf(plan.start());
    }
}
