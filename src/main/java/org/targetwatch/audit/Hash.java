package org.targetwatch.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256, as 64 lower-case hexadecimal digits. */
public record Hash(String hex) {
    /** What stands before the first link of every chain. */
    public static final Hash START = new Hash("0".repeat(64));

    public static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    /** The hash of the link that follows this one: SHA-256 over this hash's 32 bytes and the canonical content. */
    public Hash then(Content content) {
        MessageDigest digest = sha256();
        digest.update(bytes());
        return of(digest.digest(content.bytes()));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** A new SHA-256, for what is hashed as it passes by. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
