package org.targetwatch.figure;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;

/** Which regions an indicator does not apply to, by period. */
public final class Exempt {
    private final Map<Series, List<Exemption>> newestFirst;

    /** @param exemptions every decision of one plan */
    public Exempt(Collection<Exemption> exemptions) {
        this.newestFirst = exemptions.stream()
                .sorted(Comparator.comparingInt(Exemption::number).reversed())
                .collect(groupingBy(exemption -> new Series(exemption.indicator(), exemption.region())));
    }

    /** Whether nothing is expected of {@code series} in {@code period}. */
    public boolean is(Series series, Period period) {
        return newestFirst.getOrDefault(series, List.of()).stream()
                .filter(exemption -> !period.isBefore(exemption.from()))
                .findFirst()
                .filter(Exemption::exempt)
                .isPresent();
    }
}
