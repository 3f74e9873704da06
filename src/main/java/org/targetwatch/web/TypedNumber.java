package org.targetwatch.web;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people type them. */
public final class TypedNumber {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final Pattern GROUPS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

    private TypedNumber() {}

    /**
     * The digits of a number: typed with a Chinese keyboard, or copied with its groups of three digits, it is still one. Empty for
     * anything else.
     */
    public static Optional<String> digits(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        String ungrouped = GROUPS.matcher(plain).matches() ? plain.replace(",", "") : plain;
        return Optional.of(ungrouped).filter(text -> NUMBER.matcher(text).matches());
    }
}
