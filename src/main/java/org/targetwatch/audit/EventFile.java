package org.targetwatch.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;

/** A form in which events are written into a file, one to a line. */
sealed interface EventFile {
    /** What stands before the first event. */
    String header();

    void write(EventAnswer event, Writer out) throws IOException;

    /** One JSON object to a line. */
    record JsonLines(ObjectMapper json) implements EventFile {
        @Override
        public String header() {
            return "";
        }

        @Override
        public void write(EventAnswer event, Writer out) throws IOException {
            out.write(json.writeValueAsString(event));
            out.write('\n');
        }
    }

    /** A table for Excel: with a byte order mark, and no cell that it could take for a formula. */
    record Csv() implements EventFile {
        @Override
        public String header() {
            return "\uFEFFrecordedAt,recordedBy,act,plan,subject,details,withheld,chain,seq,hash\r\n";
        }

        @Override
        public void write(EventAnswer event, Writer out) throws IOException {
            CSVFormat.RFC4180
                    .print(out)
                    .printRecord(
                            event.recordedAt(),
                            inert(event.recordedBy()),
                            event.act(),
                            event.plan(),
                            words(event.subject()),
                            words(event.details()),
                            event.withheld(),
                            event.chain(),
                            event.seq(),
                            event.hash());
        }

        private static String words(Facts facts) {
            return facts.named().entrySet().stream()
                    .map(fact -> fact.getKey() + "=" + fact.getValue())
                    .collect(Collectors.joining("; "));
        }

        private static String inert(String text) {
            return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        }
    }
}
