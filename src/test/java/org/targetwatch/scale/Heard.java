package org.targetwatch.scale;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * A statement that the program has sent to the database.
 *
 * @param thread who sent it
 * @param plan how the database answers it, as {@code EXPLAIN} tells; null when nobody asked
 */
record Heard(String thread, String sql, @Nullable String plan) {
    private static final String LOOK_NOW_AND_THEN = "SELECT version FROM access_version";
    private static final Queue<Heard> ALL = new ConcurrentLinkedQueue<>();
    private static volatile boolean explains;

    static boolean explains() {
        return explains;
    }

    static void add(String sql, @Nullable String plan) {
        ALL.add(new Heard(Thread.currentThread().getName(), sql, plan));
    }

    /** Forgets what was heard before. */
    static void listen(boolean explaining) {
        ALL.clear();
        explains = explaining;
    }

    /** What was heard since. */
    static List<Heard> all() {
        return List.copyOf(ALL);
    }

    /**
     * Whether it was sent for a request, and not by the judging or the metrics. Whether anything changed in who may do what
     * is asked by the clock, whatever requests there are; what would be read then, or for every request, counts.
     */
    boolean isOfARequest() {
        return thread.startsWith("executor-thread") && !sql.equals(LOOK_NOW_AND_THEN);
    }
}
