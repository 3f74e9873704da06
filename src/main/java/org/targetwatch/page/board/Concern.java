package org.targetwatch.page.board;

import java.util.Comparator;
import java.util.List;
import org.targetwatch.progress.Status;

/** Which status asks for attention before which. */
final class Concern {
    private static final List<Status> LEAST_FIRST = List.of(
            Status.NO_TARGET,
            Status.NOT_DUE,
            Status.ACHIEVED,
            Status.ON_TRACK,
            Status.UNKNOWN,
            Status.BEHIND,
            Status.FAR_BEHIND,
            Status.MISSED);

    static final Comparator<Status> ORDER = Comparator.comparingInt(LEAST_FIRST::indexOf);

    /** Whether it is bad news that {@code before} became {@code now}; that judging begins is none. */
    static boolean isWorse(Status before, Status now) {
        return isSilent(before) ? !now.isGreen() && !isSilent(now) : ORDER.compare(now, before) > 0;
    }

    /** That judging begins and figures are still missing is none: nothing is better or worse for it. */
    static boolean isNews(Status before, Status now) {
        return before != now && !(isSilent(before) && now == Status.UNKNOWN);
    }

    private static boolean isSilent(Status status) {
        return status == Status.NO_TARGET || status == Status.NOT_DUE;
    }

    /** From what needs most to what needs nothing. */
    static final List<Status> MOST_FIRST =
            LEAST_FIRST.stream().sorted(ORDER.reversed()).toList();

    private Concern() {}
}
