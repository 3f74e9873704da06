package org.targetwatch.access;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Collectors;
import org.targetwatch.web.Text;

/** Makes, judges, hashes and checks passwords. */
final class Passwords {
    /** A power of two: about a twentieth of a second of a server's time for each check. */
    private static final int COST = 10;

    private static final int SHORTEST = 12;
    /** What bcrypt looks at; more would be cut off unseen. */
    private static final int MOST_BYTES = 72;

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Without those that are taken for one another: 0 O, 1 l I. */
    private static final String ALPHABET = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int DRAWN_LENGTH = 20;

    private Passwords() {}

    /** One that nobody has chosen, of more than 110 random bits. */
    static String random() {
        return RANDOM.ints(DRAWN_LENGTH, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    /** Why nobody may choose {@code password} for the account {@code name}; empty when they may. */
    static Optional<Text> refusal(String name, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(
                    Text.of("密码太短，至少 %s 个字符。", "The password is too short; at least %s characters.", SHORTEST));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES || !Text.isPlain(password)) {
            return Optional.of(Text.of(
                    "密码过长或含控制字符，最多 %s 个字节。",
                    "The password is too long or holds control characters; at most %s bytes.", MOST_BYTES));
        }
        return password.chars().distinct().count() < SHORTEST / 2 || password.contains(name)
                ? Optional.of(
                        new Text(
                                "密码太容易猜：不要重复少数几个字符，也不要包含账号名。",
                                "The password is too easy to guess: do not repeat a few characters, and leave out the account's name."))
                : Optional.empty();
    }

    static String hash(String password) {
        return BcryptUtil.bcryptHash(password, COST);
    }

    static boolean matches(String password, String hash) {
        return password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES && BcryptUtil.matches(password, hash);
    }
}
