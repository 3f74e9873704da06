package org.targetwatch.reference;

import java.time.LocalDate;
import java.util.List;
import org.targetwatch.figure.Figure;
import org.targetwatch.figure.Reviews.Verdict;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.progress.Target;

/** Something that happens to a plan. */
sealed interface Happening {
    record Reported(List<Figure> figures) implements Happening {}

    record Decided(List<Verdict> verdicts) implements Happening {}

    record Closed(Period period) implements Happening {}

    record Reopened(Period period, String region, LocalDate until) implements Happening {}

    record Promised(Series series, Period from, Target target) implements Happening {}

    record Exempted(Series series, Period from, boolean exempt) implements Happening {}
}
