package org.targetwatch.page.slip;

import java.time.LocalDate;
import java.util.Comparator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.supervision.Phase;
import org.targetwatch.supervision.Slip;
import org.targetwatch.supervision.SlipDesk;
import org.targetwatch.supervision.SlipState;

/**
 * A slip with whether it is the reader's turn: a region's while a reply is owed; an office's while one is to be decided about, a
 * figure has jumped, or a promised day has passed. The city's own slips have nobody but the office to reply.
 */
record SlipTurn(Slip slip, boolean mine, LocalDate today) {

    /** Overdue ones first, then by the day on which something is owed; of the settled ones the last first. */
    static final Comparator<SlipTurn> ORDER = Comparator.comparing(SlipTurn::mine, Comparator.reverseOrder())
            .thenComparing(SlipTurn::isSettled)
            .thenComparing(SlipTurn::isOverdue, Comparator.reverseOrder())
            .thenComparing(turn -> turn.slip.state().due().orElse(LocalDate.MIN))
            .thenComparing(turn -> turn.isSettled() ? -turn.slip.number() : turn.slip.number());

    static SlipTurn of(Plan plan, Slip slip, SlipDesk desk, LocalDate today) {
        return new SlipTurn(slip, isTurn(plan, slip, desk, today), today);
    }

    private static boolean isTurn(Plan plan, Slip slip, SlipDesk desk, LocalDate today) {
        return slip.isOpen()
                && (slip.state() instanceof SlipState.Awaiting && replies(plan, slip, desk)
                        || desk.mayDecide(plan, slip) && isForOffice(slip, today));
    }

    /** Whether it is the reader who replies; offices may for others, but need not. */
    static boolean replies(Plan plan, Slip slip, SlipDesk desk) {
        boolean ofCity = slip.opening().series().region().equals(plan.region());
        return desk.mayReply(plan, slip) && (ofCity || !desk.mayDecide(plan, slip));
    }

    private static boolean isForOffice(Slip slip, LocalDate today) {
        Phase phase = slip.state().phase();
        return phase == Phase.REPLIED || slip.hasJumped() || phase == Phase.ACCEPTED && slip.isOverdue(today);
    }

    boolean isOverdue() {
        return slip.isOverdue(today);
    }

    boolean isSettled() {
        return !slip.isOpen();
    }
}
