package org.targetwatch.page;

import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Addresses of what pages load. Each changes with its content, so that browsers may keep it for ever. */
@TemplateExtension(namespace = "asset")
final class Assets {
    private static final int DIGITS = 12;
    private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

    private Assets() {}

    /** One of our own files below {@code META-INF/resources/assets}. */
    static String own(String name) {
        return ADDRESSES.computeIfAbsent(name, Assets::address);
    }

    private static String address(String name) {
        String path = "/assets/" + name;
        try (InputStream file = Assets.class.getResourceAsStream("/META-INF/resources" + path)) {
            byte[] content = Objects.requireNonNull(file, path).readAllBytes();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return path + "?v=" + HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
