package org.targetwatch.page.slip;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.targetwatch.supervision.Act;
import org.targetwatch.supervision.Slip;
import org.targetwatch.supervision.Step;

/**
 * A reply with what went with it, and what the office decided about it.
 *
 * @param reply null while there are only files
 * @param files the steps that added them
 * @param decision null while it is awaited
 */
record SlipRound(@Nullable Step reply, List<Step> files, @Nullable Step decision) {
    SlipRound {
        files = List.copyOf(files);
    }

    /** In the order in which they were. */
    static List<SlipRound> of(Slip slip) {
        List<SlipRound> rounds = new ArrayList<>();
        SlipRound round = new SlipRound(null, List.of(), null);
        for (Step step : slip.steps()) {
            round = round.with(step);
            if (round.decision != null) {
                rounds.add(round);
                round = new SlipRound(null, List.of(), null);
            }
        }
        if (round.reply != null || !round.files.isEmpty()) {
            rounds.add(round);
        }
        return rounds;
    }

    private SlipRound with(Step step) {
        if (step.act() == Act.REPLIED) {
            return new SlipRound(step, files, null);
        }
        if (step.act() == Act.ATTACHED) {
            List<Step> more = new ArrayList<>(files);
            more.add(step);
            return new SlipRound(reply, more, null);
        }
        return reply != null && isDecision(step.act()) ? new SlipRound(reply, files, step) : this;
    }

    private static boolean isDecision(Act act) {
        return act == Act.ACCEPTED || act == Act.SENT_BACK || act == Act.CLOSED || act == Act.RECOVERED;
    }
}
