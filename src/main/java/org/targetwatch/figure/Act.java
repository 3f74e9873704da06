package org.targetwatch.figure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who does something to figures of a plan, and on which day.
 *
 * @param by the account
 * @param day the business date; null for acts older than the program's knowledge of it
 */
public record Act(String plan, String by, @Nullable LocalDate day, Signatures signatures) {
    /** An act that needs no signatures: a review, a withdrawal. */
    static Act unsigned(String plan, String by, LocalDate day) {
        return new Act(plan, by, day, Signatures.NONE);
    }
}
