package org.targetwatch.archive;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map.Entry;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.targetwatch.audit.Chain;
import org.targetwatch.figure.Closing;
import org.targetwatch.figure.Closing.Closed;
import org.targetwatch.figure.Closing.Reopened;
import org.targetwatch.figure.ClosingArchive;
import org.targetwatch.figure.ClosingArchive.Sealed;

/** What was closed, with what each closing has sealed, and what was reopened. */
record ClosingSection(ClosingArchive closings) implements Section<Sealed> {
    private static final String CLOSED = "closed";
    private static final String REOPENED = "reopened";

    private record Head(String region, Chain.Head head) {}

    @Override
    public String type() {
        return "closing";
    }

    @Override
    public void each(String plan, Consumer<Sealed> consumer) {
        closings.each(plan, consumer);
    }

    @Override
    public Line write(Sealed sealed, Line line) {
        Closing closing = sealed.closing();
        line.with("seq", closing.seq()).with("period", closing.period());
        return writeWhat(sealed, line)
                .with("reason", closing.reason())
                .with("recordedAt", closing.recordedAt())
                .with("recordedBy", closing.recordedBy())
                .with("hash", closing.hash());
    }

    private static Line writeWhat(Sealed sealed, Line line) {
        return sealed.closing().what() instanceof Reopened reopened
                ? line.with("act", REOPENED).with("region", reopened.region()).with("until", reopened.until())
                : line.with("act", CLOSED)
                        .with(
                                "heads",
                                sealed.heads().entrySet().stream()
                                        .map(ClosingSection::writeHead)
                                        .toList());
    }

    private static Line writeHead(Entry<String, Chain.Head> head) {
        return new Line()
                .with("region", head.getKey())
                .with("seq", head.getValue().seq())
                .with("hash", head.getValue().hash());
    }

    @Override
    public Sealed read(String plan, Fields fields) {
        SortedMap<String, Chain.Head> heads = readHeads(fields);
        Closing closing = new Closing(
                plan,
                fields.whole("seq"),
                fields.period("period"),
                readWhat(fields, heads),
                fields.optionalText("reason"),
                fields.moment("recordedAt"),
                fields.text("recordedBy"),
                fields.hash("hash"));
        return new Sealed(closing, heads);
    }

    private static Closing.What readWhat(Fields fields, SortedMap<String, Chain.Head> heads) {
        return switch (fields.text("act")) {
            case CLOSED -> Closed.over(heads);
            case REOPENED -> new Reopened(fields.text("region"), fields.day("until"));
            default -> throw fields.unfit("act");
        };
    }

    private static SortedMap<String, Chain.Head> readHeads(Fields fields) {
        return fields
                .list(
                        "heads",
                        head -> new Head(head.text("region"), new Chain.Head(head.whole("seq"), head.hash("hash"))))
                .stream()
                .collect(toMap(Head::region, Head::head, (one, other) -> other, TreeMap::new));
    }

    @Override
    public void restore(String plan, List<Sealed> records) {
        closings.restore(plan, records);
    }
}
