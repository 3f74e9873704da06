package org.targetwatch.page.admin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.TokenAnswer;
import org.targetwatch.page.Address;
import org.targetwatch.page.Shown;
import org.targetwatch.page.Words;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/**
 * A token in a list, and on the page that asks whether to revoke it.
 *
 * @param reach of its rights: a region or offices; empty for none in particular
 * @param state the code of a shape
 * @param ends the last day on which it is taken
 * @param used when it was last; null when it never was
 * @param valid whether it is taken now
 */
record TokenLine(
        long id,
        String name,
        String href,
        String role,
        String reach,
        String state,
        String word,
        String ends,
        @Nullable String used,
        String created,
        @Nullable String revoked,
        boolean valid) {
    /** Whoever's token ends within it should see to another. */
    private static final Duration SOON = Duration.ofDays(30);

    static TokenLine of(TokenAnswer token, String reach, Clock clock, Language language) {
        State state = State.of(token, clock.instant());
        Instant used = token.lastUsedAt();
        Instant revoked = token.revokedAt();
        return new TokenLine(
                token.id(),
                token.name(),
                Address.of(TokensPage.ADDRESS).below(String.valueOf(token.id())).toString(),
                Words.of(token.role()).in(language),
                reach,
                state.shape,
                state.word.in(language),
                Shown.day(
                        token.expiresAt().atZone(clock.getZone()).toLocalDate().minusDays(1), language),
                used == null ? null : Shown.moment(used, clock.getZone()),
                Shown.moment(token.createdAt(), clock.getZone()) + " " + token.createdBy(),
                revoked == null ? null : Shown.moment(revoked, clock.getZone()) + " " + token.revokedBy(),
                state == State.VALID || state == State.ENDING);
    }

    private enum State {
        VALID("done", new Text("有效", "valid")),
        ENDING("in_progress", new Text("即将到期", "ends soon")),
        EXPIRED("overdue", new Text("已到期", "expired")),
        REVOKED("not_started", new Text("已撤销", "revoked"));

        private final String shape;
        private final Text word;

        State(String shape, Text word) {
            this.shape = shape;
            this.word = word;
        }

        static State of(TokenAnswer token, Instant now) {
            if (token.revokedAt() != null) {
                return REVOKED;
            }
            if (!now.isBefore(token.expiresAt())) {
                return EXPIRED;
            }
            return now.isBefore(token.expiresAt().minus(SOON)) ? VALID : ENDING;
        }
    }
}
