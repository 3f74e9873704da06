package org.targetwatch.page.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Unit;
import org.targetwatch.page.ChartLines;
import org.targetwatch.page.Shown;
import org.targetwatch.progress.Assessment;
import org.targetwatch.progress.Bound;
import org.targetwatch.progress.Forecast;
import org.targetwatch.scorecard.Card;
import org.targetwatch.web.Language;

/**
 * Lines over the months of a plan, in the unit of the plan; null where there is nothing to draw.
 *
 * @param forecast from the month at hand to the due month
 * @param low with {@code high}: where the due month will be four times out of five, and the way there
 */
record TrajectoryChart(
        String unit,
        List<String> months,
        List<@Nullable BigDecimal> actual,
        List<@Nullable BigDecimal> expected,
        List<@Nullable BigDecimal> target,
        List<@Nullable BigDecimal> floor,
        List<@Nullable BigDecimal> forecast,
        List<@Nullable BigDecimal> low,
        List<@Nullable BigDecimal> high) {
    static TrajectoryChart of(IndicatorReading reading, Language language) {
        return new Drawing(reading, reading.indicator().measure().unit()).chart(language);
    }

    /** For a script block of a page, which nothing in it can end. */
    public String json() {
        return ChartLines.json(this);
    }

    private record Drawing(IndicatorReading reading, Unit unit) {
        TrajectoryChart chart(Language language) {
            List<Period> months = reading.plan()
                    .start()
                    .through(reading.indicator().lastPeriod())
                    .toList();
            return new TrajectoryChart(
                    Shown.unit(unit, language),
                    months.stream().map(month -> Shown.month(month, language)).toList(),
                    line(months, month -> card(month)
                            .map(card -> card.assessment().actual())),
                    line(months, this::expected),
                    line(months, month -> bound().map(Bound::value)),
                    line(months, month -> reading.card()
                            .map(card -> card.marks().floor())),
                    line(months, month -> between(month, Forecast.Estimate::value)),
                    line(months, month -> between(month, Forecast.Estimate::low)),
                    line(months, month -> between(month, Forecast.Estimate::high)));
        }

        private List<@Nullable BigDecimal> line(List<Period> months, ChartLines.Height height) {
            return ChartLines.line(months, unit, height);
        }

        /** What is drawn as reached is what stands up to the month at hand. */
        private Optional<Card> card(Period month) {
            return month.isAfter(reading.period()) ? Optional.empty() : reading.in(month);
        }

        private Optional<Bound> bound() {
            return reading.card().map(Card::assessment).map(Assessment::bound);
        }

        private Optional<Exact> expected(Period month) {
            Optional<Exact> judged = reading.in(month).map(Card::assessment).map(Assessment::expected);
            return judged.isPresent() || !month.isAfter(reading.period()) ? judged : planned(month);
        }

        private Optional<Exact> planned(Period month) {
            return Optional.ofNullable(reading.target())
                    .filter(target -> !target.direction().comparesWithLastYear())
                    .flatMap(target -> bound().flatMap(bound -> target.expected(
                            bound,
                            reading.indicator().rules().kind(),
                            reading.plan().start(),
                            month)));
        }

        private interface Corner {
            Exact of(Forecast.Estimate estimate);
        }

        /** A straight way from what stands now to where the forecast ends. */
        private Optional<Exact> between(Period month, Corner corner) {
            Period due = reading.indicator().rules().due();
            return reading.card()
                    .filter(card -> !month.isBefore(card.period()) && !month.isAfter(due))
                    .filter(card -> card.forecast() instanceof Forecast.Estimate)
                    .flatMap(card -> Optional.ofNullable(card.assessment().actual())
                            .map(actual -> {
                                Exact end = corner.of((Forecast.Estimate) card.forecast());
                                int way = card.period().monthsUntil(due);
                                int gone = card.period().monthsUntil(month);
                                return actual.plus(end.minus(actual).times(gone).dividedBy(Math.max(1, way)));
                            }));
        }
    }
}
