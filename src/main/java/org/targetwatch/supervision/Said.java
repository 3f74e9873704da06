package org.targetwatch.supervision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a step says; {@link Step} adds when it was and who it was. */
record Said(
        Act act, @Nullable String reason, @Nullable String measure, @Nullable LocalDate until, @Nullable String about) {

    static Said opened(@Nullable String reason, LocalDate replyBy, @Nullable String about) {
        return new Said(Act.OPENED, reason, null, replyBy, about);
    }

    static Said replied(String reason, String measure, LocalDate promised) {
        return new Said(Act.REPLIED, reason, measure, promised, null);
    }

    static Said sentBack(String reason, LocalDate replyBy) {
        return new Said(Act.SENT_BACK, reason, null, replyBy, null);
    }

    static Said because(Act act, @Nullable String reason) {
        return new Said(act, reason, null, null, null);
    }

    static Said remark(Act act, @Nullable String reason, String about) {
        return new Said(act, reason, null, null, about);
    }
}
