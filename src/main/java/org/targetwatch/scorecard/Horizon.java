package org.targetwatch.scorecard;

import java.util.List;
import java.util.stream.Stream;

/**
 * How far a look could see: the cards of transactions that still ran then, and of all later ones, are for the next look. A
 * transaction that goes on for long, as an import does, hides nothing but its own.
 *
 * @param next every transaction from this one on had not begun
 * @param running the earlier ones that had not ended
 */
public record Horizon(long next, List<Long> running) {
    /** Of one who has seen nothing: all cards are new. */
    public static final Horizon NOTHING_SEEN = new Horizon(0, List.of());

    /**
     * What a look {@code now} has to ask for: nothing can be seen of those that still run, and the index would be searched for
     * them. A database that counts from earlier than before has crashed, or is another one in its place: it may give the same
     * numbers again, and everything is new.
     */
    public Horizon until(Horizon now) {
        if (now.next < next) {
            return NOTHING_SEEN;
        }
        List<Long> ended =
                running.stream().filter(one -> !now.running.contains(one)).toList();
        return new Horizon(next, ended);
    }

    /** @param snapshot as PostgreSQL writes {@code pg_snapshot}: {@code xmin:xmax:xip,xip…} */
    static Horizon parse(String snapshot) {
        String[] parts = snapshot.split(":");
        List<Long> running = Stream.of(parts)
                .skip(2)
                .flatMap(listed -> Stream.of(listed.split(",")))
                .map(Long::valueOf)
                .toList();
        return new Horizon(Long.parseLong(parts[1]), running);
    }
}
