package org.targetwatch.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.targetwatch.audit.Hash;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/**
 * Checks names and passwords. A password that was right is remembered for a while, as a digest with a key that is drawn at every start, over the account's
 * hash too: another password, and it is forgotten. So HTTP Basic does not cost a password hash per request.
 */
@ApplicationScoped
class Logins {
    private static final String DIGEST = "HmacSHA256";
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(5);
    private static final int REMEMBERED = 10_000;

    /** So many may wait for their turn: each holds a thread that others need. */
    private static final int MOST_WAITING = 20;

    private final Directory directory;
    private final Throttle throttle;
    private final SecretKeySpec key = drawn();
    /** For names that nobody has: refusing them takes as long as refusing a wrong password. */
    private final String nobodys = Passwords.hash(Passwords.random());

    private final Cache<Hash, Boolean> right = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(REMEMBERED_FOR)
            .build();
    /** Hashing must not take the whole machine, however many try. */
    private final Semaphore hashing =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    Logins(Directory directory, Throttle throttle) {
        this.directory = directory;
        this.throttle = throttle;
    }

    private static SecretKeySpec drawn() {
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        return new SecretKeySpec(bits, DIGEST);
    }

    /**
     * Whose name and password these are; empty when nobody's.
     *
     * @param address where the attempt comes from
     * @throws Problem when too many attempts have failed, or too many people try at once
     */
    Optional<Account> verify(String name, String password, String address) {
        throttle.wait(name, address).ifPresent(wait -> {
            throw tooMany(wait);
        });
        Optional<Account> account = directory.account(name);
        String hash = account.map(Account::passwordHash).orElse(nobodys);
        Hash digest = digest(hash, address, name, password);
        boolean isRight = right.getIfPresent(digest) != null || check(name, password, address, hash, digest);
        return account.filter(found -> isRight);
    }

    private boolean check(String name, String password, String address, String hash, Hash digest) {
        if (hashing.getQueueLength() >= MOST_WAITING) {
            throw crowded();
        }
        throttle.begin(name, address);
        boolean isRight = matches(password, hash);
        if (isRight) {
            throttle.succeeded(name, address);
            right.put(digest, true);
        }
        return isRight;
    }

    private boolean matches(String password, String hash) {
        hashing.acquireUninterruptibly();
        try {
            return Passwords.matches(password, hash);
        } finally {
            hashing.release();
        }
    }

    /** The address is part of it: from elsewhere a guess at what is remembered costs as much as any other. */
    private Hash digest(String... parts) {
        try {
            Mac mac = Mac.getInstance(DIGEST);
            mac.init(key);
            for (String part : parts) {
                mac.update(part.getBytes(StandardCharsets.UTF_8));
                mac.update((byte) 0);
            }
            return Hash.of(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + DIGEST, impossible);
        }
    }

    private static Problem crowded() {
        return Problem.of(
                Problem.Kind.TOO_MANY,
                new Text(
                        "正在登录的人过多，请稍候再试；已登录的和使用令牌的不受影响。",
                        "Too many are logging in at the moment; try again in a little while. Who is logged in or has a token is not concerned."));
    }

    private static Problem tooMany(Duration wait) {
        return Problem.of(
                Problem.Kind.TOO_MANY,
                Text.of(
                        "从该地址登录此账号失败次数过多，请 %s 秒后再试；从其他地址登录不受影响。",
                        "Too many failed logins to this account from this address; try again in %s seconds. Other addresses are not concerned.",
                        wait.toSeconds() + 1));
    }
}
