package org.targetwatch.figure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.catalogue.Catalogue.PlanRolledOver;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Figure.Key;
import org.targetwatch.figure.Figures.Current;
import org.targetwatch.figure.Figures.Filter;
import org.targetwatch.measure.Period;
import org.targetwatch.web.BusinessDate;

/**
 * 结转: gives a plan that was rolled over the old plan's figures of the year before as its reference figures, as they are
 * at that moment; later ones are posted to it like any figure. In the transaction that stores the plan.
 */
@ApplicationScoped
class ReferenceFigures {
    private static final int AT_ONCE = 50_000;

    private final Catalogue catalogue;
    private final Figures figures;
    private final BusinessDate businessDate;

    ReferenceFigures(Catalogue catalogue, Figures figures, BusinessDate businessDate) {
        this.catalogue = catalogue;
        this.figures = figures;
        this.businessDate = businessDate;
    }

    void carryOver(@Observes PlanRolledOver rolledOver) {
        Plan from = catalogue.require(rolledOver.from());
        Plan to = catalogue.require(rolledOver.to());
        Optional<Key> last = Optional.empty();
        do {
            List<Current> page = figures.current(from, Filter.ANY, last, AT_ONCE);
            record(rolledOver, to, page);
            last = page.size() < AT_ONCE
                    ? Optional.empty()
                    : Optional.of(page.get(AT_ONCE - 1).figure().key());
        } while (last.isPresent());
    }

    private void record(PlanRolledOver rolledOver, Plan to, List<Current> page) {
        List<Figure> carried = page.stream()
                .map(Current::figure)
                .filter(figure -> isReference(to, figure))
                .map(figure -> noted(figure, rolledOver.from()))
                .toList();
        if (!carried.isEmpty()) {
            Act act = Act.unsigned(to.code(), rolledOver.by(), businessDate.today());
            figures.record(new Batch(act, carried));
        }
    }

    /** What is no longer watched stays where it is. */
    private static boolean isReference(Plan to, Figure figure) {
        Period first = to.start().plusMonths(-12);
        return !figure.period().isBefore(first)
                && figure.period().isBefore(to.start())
                && to.indicator(figure.indicator())
                        .filter(indicator -> to.reports(figure.region(), indicator))
                        .isPresent();
    }

    private static Figure noted(Figure figure, String from) {
        return new Figure(
                figure.indicator(),
                figure.region(),
                figure.period(),
                figure.amount(),
                figure.quality(),
                note(from, figure.note()));
    }

    private static String note(String from, @Nullable String before) {
        String carried = "上年数据，由 %1$s 结转 carried over from %1$s".formatted(from);
        return before == null ? carried : before + "；" + carried;
    }
}
