package org.targetwatch.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Slows down whoever guesses passwords: ten attempts at an account from one address are free, then each has to wait twice as long as the one before, up to
 * five minutes. Counted for the account and the address together, so that nobody can lock anybody out who comes from elsewhere. What is remembered is
 * bounded: the oldest are forgotten.
 */
@ApplicationScoped
class Throttle {
    private static final int FREE = 10;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Cache<Key, Attempts> attempts = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(FORGOTTEN_AFTER)
            .build();

    Throttle(Clock clock) {
        this.clock = clock;
    }

    private record Key(String account, String address) {}

    private record Attempts(int count, Instant last) {
        Instant nextAt() {
            int doublings = Math.min(count - FREE, 16);
            Duration wait = Duration.ofSeconds(1L << Math.max(0, doublings));
            return count < FREE ? Instant.MIN : last.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
        }
    }

    /** How long the next attempt has to wait; empty when it is free. */
    Optional<Duration> wait(String account, String address) {
        Instant now = clock.instant();
        return Optional.ofNullable(attempts.getIfPresent(new Key(account, address)))
                .map(Attempts::nextAt)
                .filter(now::isBefore)
                .map(next -> Duration.between(now, next));
    }

    /** Counts an attempt before it is known how it ends, so that many at once are no way around. */
    void begin(String account, String address) {
        Instant now = clock.instant();
        attempts.asMap()
                .merge(
                        new Key(account, address),
                        new Attempts(1, now),
                        (before, one) -> new Attempts(before.count + 1, now));
    }

    void succeeded(String account, String address) {
        attempts.invalidate(new Key(account, address));
    }
}
