package org.targetwatch.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What it costs to know whose token it is, among a thousand of them: at 2,000 requests a second it must not be seen. */
@QuarkusTest
class TokenBench {
    private static final int OTHERS = 1_000;
    private static final int CHECKS = 400_000;
    private static final int HASHES = 20;

    @Inject
    Tokens tokens;

    @Inject
    Directory directory;

    private Secret issue() {
        Instant expiry = Instant.now().plus(Duration.ofDays(1));
        Grant grant = new Grant(Role.VIEWER, null, Set.of());
        return tokens.issue("bench-" + UUID.randomUUID(), grant, expiry, "bench")
                .secret();
    }

    @Test
    void token_checkedAgainAndAgain_costsMicroseconds() {
        for (int other = 0; other < OTHERS; other++) {
            issue();
        }
        Secret secret = issue();
        check(secret);
        double micros = check(secret);
        double password = hash();
        System.out.printf(
                "A token's check: %.2f µs (%d checks, %d tokens); at 2,000/s %.2f%% of a core. A password's hash: %.0f µs.%n",
                micros, CHECKS, OTHERS + 1, micros * 2_000 / 10_000, password);
        assertThat(micros).isLessThan(100);
    }

    private double check(Secret secret) {
        int found = 0;
        long start = System.nanoTime();
        for (int check = 0; check < CHECKS; check++) {
            found += directory.token(secret).isPresent() ? 1 : 0;
        }
        double micros = (System.nanoTime() - start) / 1_000.0 / CHECKS;
        assertThat(found).isEqualTo(CHECKS);
        return micros;
    }

    private static double hash() {
        String hash = Passwords.hash("a-password-of-mine");
        long start = System.nanoTime();
        for (int check = 0; check < HASHES; check++) {
            Passwords.matches("another-password", hash);
        }
        return (System.nanoTime() - start) / 1_000.0 / HASHES;
    }
}
