package org.targetwatch.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.targetwatch.audit.Hash;

/**
 * Everybody who may be let in, in memory. What is there is trusted for {@link #LEASE} from the moment it was asked for and then asked for again, by
 * whoever comes next: one number where nothing has changed. So no replica lets anybody in on what was true longer ago, and whoever shuts somebody out
 * has only to wait that long.
 */
@ApplicationScoped
class Directory {
    static final Duration LEASE = Duration.ofMillis(250);

    private final DataSource database;
    private final Clock clock;
    private volatile Snapshot snapshot = new Snapshot(0, 0, Map.of(), Map.of(), Map.of());

    Directory(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Fired in a transaction that changes who may do what. */
    record AccessChanged() {}

    private record Snapshot(
            long version,
            long askedAt,
            Map<String, Account> accounts,
            Map<Hash, Token> tokens,
            Map<Hash, LoginSession> sessions) {
        boolean isFresh() {
            return version > 0 && System.nanoTime() - askedAt < LEASE.toNanos();
        }

        Snapshot askedAgainAt(long nanos) {
            return new Snapshot(version, nanos, accounts, tokens, sessions);
        }

        Optional<Account> account(String name) {
            return Optional.ofNullable(accounts.get(name)).filter(account -> !account.disabled());
        }

        Optional<Who> holder(LoginSession session) {
            return session.grant() == null
                    ? account(session.name()).map(Who::of)
                    : Optional.of(new Who(session.name(), session.grant(), false));
        }
    }

    /** An account that is not disabled. */
    Optional<Account> account(String name) {
        return find(known -> known.account(name));
    }

    Optional<Token> token(Secret secret) {
        Hash hash = secret.hash();
        return find(known -> Optional.ofNullable(known.tokens.get(hash)))
                .filter(token -> token.isValidAt(clock.instant()));
    }

    /** Whose session it is, as long as they may be let in. */
    Optional<Who> session(Secret secret) {
        Hash hash = secret.hash();
        return find(known -> Optional.ofNullable(known.sessions.get(hash))
                .filter(session -> session.isValidAt(clock.instant()))
                .flatMap(known::holder));
    }

    /** Whoever is not known may have come a moment ago, by another replica: they are looked for once more. */
    private <T> Optional<T> find(Function<Snapshot, Optional<T>> question) {
        long now = System.nanoTime();
        Snapshot known = snapshot.isFresh() ? snapshot : askedSince(now);
        return question.apply(known).or(() -> question.apply(askedSince(now)));
    }

    private synchronized Snapshot askedSince(long nanos) {
        if (snapshot.version == 0 || snapshot.askedAt - nanos < 0) {
            snapshot = ask();
        }
        return snapshot;
    }

    private Snapshot ask() {
        long askedAt = System.nanoTime();
        try (Connection connection = database.getConnection()) {
            AccessStore store = new AccessStore(connection);
            long version = store.version();
            return version == snapshot.version ? snapshot.askedAgainAt(askedAt) : read(store, version, askedAt);
        } catch (SQLException unreachable) {
            throw new IllegalStateException("Nobody can be let in without the database", unreachable);
        }
    }

    private Snapshot read(AccessStore store, long version, long askedAt) throws SQLException {
        Instant now = clock.instant();
        Map<String, Account> accounts =
                store.accounts().stream().collect(Collectors.toMap(Account::name, account -> account));
        return new Snapshot(
                version,
                askedAt,
                accounts,
                store.usableTokens(now),
                store.sessions().usable(now));
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccessChanged change) {
        snapshot = new Snapshot(0, 0, Map.of(), Map.of(), Map.of());
    }

    /** Returns when no replica lets anybody in any more whom a change, committed before, has shut out. */
    static void awaitEverywhere() {
        try {
            TimeUnit.NANOSECONDS.sleep(LEASE.toNanos());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
