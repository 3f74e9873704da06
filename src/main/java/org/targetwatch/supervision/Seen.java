package org.targetwatch.supervision;

import java.util.Optional;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/**
 * A slip as it lay before somebody who is about to act on it: nobody accepts a reply that has been replaced meanwhile.
 *
 * @param steps how many steps it had; empty: whatever has been done to it since
 */
public record Seen(Plan plan, int number, Optional<Integer> steps) {

    /** Answers 412 where more was done to {@code slip} than was seen. */
    void requireOf(Slip slip) {
        if (steps.filter(seen -> seen != slip.steps().size()).isPresent()) {
            throw Problem.of(
                    Problem.Kind.PRECONDITION_FAILED,
                    Text.of(
                            "%s 号督办单在您查看之后又有办理记录（%s：%s），本次操作未执行；请看后再办。",
                            "More was done to slip %s since you looked (%s: %s); nothing was stored. Look at it and decide again.",
                            number,
                            slip.last().recordedBy(),
                            slip.last().act().words()));
        }
    }
}
