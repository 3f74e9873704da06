package org.targetwatch.archive;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.targetwatch.audit.Hash;

/** An archive as a list of lines, to be damaged or forged; each change makes another one. */
record ArchiveFile(List<String> lines) {
    private static final Pattern TYPE = Pattern.compile("\"type\":\"([a-z]+)\"");

    static ArchiveFile of(byte[] bytes) {
        return new ArchiveFile(new String(bytes, StandardCharsets.UTF_8).lines().toList());
    }

    static String type(String line) {
        Matcher type = TYPE.matcher(line);
        return type.find() ? type.group(1) : "";
    }

    String text() {
        return lines.stream().map(line -> line + "\n").collect(joining());
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    byte[] packed() {
        return packed(bytes());
    }

    static byte[] packed(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    /** Without the moment of the export, which differs from export to export, and so does the hash over it. */
    String records() {
        return lines.stream()
                .filter(line -> !List.of("archive", "end").contains(type(line)))
                .collect(joining("\n"));
    }

    /** The number, from 1, of the first line that holds {@code words}. */
    int lineOf(String... words) {
        for (int index = 0; index < lines.size(); index++) {
            if (List.of(words).stream().allMatch(lines.get(index)::contains)) {
                return index + 1;
            }
        }
        throw new IllegalArgumentException("No line holds " + List.of(words));
    }

    ArchiveFile changed(int line, UnaryOperator<String> change) {
        List<String> changed = new ArrayList<>(lines);
        String before = changed.get(line - 1);
        changed.set(line - 1, change.apply(before));
        if (before.equals(changed.get(line - 1))) {
            throw new IllegalArgumentException("Nothing was changed in " + before);
        }
        return new ArchiveFile(changed);
    }

    ArchiveFile without(int line) {
        List<String> left = new ArrayList<>(lines);
        left.remove(line - 1);
        return new ArchiveFile(left);
    }

    ArchiveFile with(int line, String added) {
        List<String> more = new ArrayList<>(lines);
        more.add(line - 1, added);
        return new ArchiveFile(more);
    }

    /** With an end that fits, as one who forges an archive would write it. */
    ArchiveFile sealed() {
        List<String> sealed = new ArrayList<>(lines.subList(0, lines.size() - 1));
        MessageDigest digest = Hash.sha256();
        digest.update(new ArchiveFile(sealed).bytes());
        Map<String, Integer> counts = new TreeMap<>();
        sealed.stream().skip(1).forEach(line -> counts.merge(type(line), 1, Integer::sum));
        sealed.add("{\"type\":\"end\",\"counts\":{%s},\"sha256\":\"%s\"}"
                .formatted(
                        counts.entrySet().stream()
                                .map(count -> "\"" + count.getKey() + "\":" + count.getValue())
                                .collect(joining(",")),
                        Hash.of(digest.digest())));
        return new ArchiveFile(sealed);
    }
}
