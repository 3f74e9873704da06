package org.targetwatch.supervision;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.targetwatch.progress.GapSplit;

/**
 * A region that holds a part of the gap.
 *
 * @param count the part, in people, classes, 元; positive
 */
public record Share(String region, BigDecimal count) {
    private static final int NAMED = 5;
    private static final String BETWEEN = ";";

    /** Those who hold most of it, the largest part first. */
    static List<Share> largest(Optional<GapSplit> split) {
        return split.stream()
                .flatMap(parts -> parts.parts().stream())
                .filter(part -> part.count() != null && part.count().exact().isPositive())
                .map(part -> new Share(part.region(), part.count().exact().rounded()))
                .sorted(Comparator.comparing(Share::count).reversed().thenComparing(Share::region))
                .limit(NAMED)
                .toList();
    }

    /** As it is stored: {@code 511132=130;511123=50}. */
    static String written(List<Share> shares) {
        return shares.stream()
                .map(share -> share.region + "=" + share.count.toPlainString())
                .collect(joining(BETWEEN));
    }

    static List<Share> read(String written) {
        return written.isEmpty()
                ? List.of()
                : Arrays.stream(written.split(BETWEEN))
                        .map(one -> one.split("="))
                        .map(one -> new Share(one[0], new BigDecimal(one[1])))
                        .toList();
    }
}
