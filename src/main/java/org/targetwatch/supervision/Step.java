package org.targetwatch.supervision;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done to a slip. Steps are only ever appended.
 *
 * @param seq from 1
 * @param reason why, in the words of whoever did it
 * @param measure of a reply: what is done about it
 * @param until the day that the step sets: by when a reply is owed, or when the region promises to be done
 * @param about what a remark is about, so that it is noted once: an alert with its start, a jump with its month
 * @param day the business date
 */
public record Step(
        int seq,
        Act act,
        @Nullable String reason,
        @Nullable String measure,
        @Nullable LocalDate until,
        @Nullable String about,
        LocalDate day,
        Instant recordedAt,
        String recordedBy) {}
