package org.targetwatch.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.targetwatch.audit.Hash;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** Reads an archive line by line, and makes sure at its end that it is whole. {@link ArchiveWriter} has written it. */
final class ArchiveReader {
    private final Lines lines;
    private final Instant now;
    private final MessageDigest digest = Hash.sha256();
    private final Map<String, Long> counts = new TreeMap<>();

    ArchiveReader(InputStream content, Instant now) {
        this.lines = new Lines(content);
        this.now = now;
    }

    /** What the first line says. */
    record Header(String plan, Instant exportedAt) {}

    /**
     * To be called first.
     *
     * @throws Problem when it is no archive, or one that a newer program has made
     */
    Header header() throws IOException {
        byte[] line = lines.next();
        ObjectNode node = line == null ? null : ExactJson.object(line).orElse(null);
        if (node == null || !node.path(Line.TYPE).asText().equals(ArchiveWriter.HEADER)) {
            throw Refusal.notAnArchive();
        }
        digest(line);
        Fields fields = new Fields(lines.number(), node, now);
        long format = fields.whole("format");
        if (format != ArchiveWriter.FORMAT) {
            throw Refusal.unknownFormat(format, ArchiveWriter.FORMAT);
        }
        Header header = new Header(fields.text("plan"), fields.moment("exportedAt"));
        fields.refuseOthers();
        return header;
    }

    /**
     * The next record; null behind the last one, and then the archive is whole.
     *
     * @throws Problem when it is not
     */
    @Nullable
    Fields next() throws IOException {
        byte[] line = lines.next();
        if (line == null) {
            throw Refusal.damaged(lines.number(), new Text("缺少结束行（end）。", "the last line, of type end, is missing."));
        }
        if (lines.breaksOff()) {
            throw Refusal.damaged(lines.number(), new Text("内容在此行中断。", "the content breaks off in this line."));
        }
        Fields fields = new Fields(lines.number(), object(line), now);
        if (fields.type().equals(ArchiveWriter.FOOTER)) {
            checkWhole(fields);
            return null;
        }
        digest(line);
        counts.merge(fields.type(), 1L, Long::sum);
        return fields;
    }

    /** How many records of each type there were so far. */
    Map<String, Long> counts() {
        return counts;
    }

    private ObjectNode object(byte[] line) {
        return ExactJson.object(line)
                .orElseThrow(() -> Refusal.line(
                        lines.number(), new Text("不是可用的 JSON 对象。", "it is no JSON object that can be used.")));
    }

    private void digest(byte[] line) {
        digest.update(line);
        digest.update((byte) '\n');
    }

    private void checkWhole(Fields footer) throws IOException {
        Hash hash = Hash.of(digest.digest());
        if (!footer.hash("sha256").equals(hash) || !isCounted(footer.json("counts"))) {
            throw Refusal.damaged(
                    footer.line(),
                    new Text("各行与结束行的 SHA-256 或条数不符。", "the lines are not those of the SHA-256 or the counts in it."));
        }
        footer.refuseOthers();
        if (lines.next() != null) {
            throw Refusal.damaged(lines.number(), new Text("结束行之后还有内容。", "there is something behind the end."));
        }
    }

    private boolean isCounted(JsonNode said) {
        Map<String, Long> saidCounts = new TreeMap<>();
        said.properties()
                .forEach(
                        count -> saidCounts.put(count.getKey(), count.getValue().asLong(-1)));
        return saidCounts.equals(counts);
    }
}
