package org.targetwatch.web;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong: the first thousand are kept, all are counted. Not for use by several threads. */
public final class Violations {
    private static final int KEPT = 1_000;

    private final List<Violation> first = new ArrayList<>();
    private int total;

    /** The same, in one expression. */
    public static Violations of(Violation... violations) {
        Violations collected = new Violations();
        List.of(violations).forEach(collected::add);
        return collected;
    }

    public void add(Violation violation) {
        total++;
        if (first.size() < KEPT) {
            first.add(violation);
        }
    }

    /** The first thousand in the order of adding. */
    public List<Violation> first() {
        return List.copyOf(first);
    }

    public int total() {
        return total;
    }

    /** Whether there are any, and of this code alone. */
    public boolean areAll(String code) {
        return !isEmpty()
                && first.stream().allMatch(violation -> violation.code().equals(code));
    }

    public boolean isEmpty() {
        return total == 0;
    }

    /** Refuses the whole request with 422 when anything was added. */
    public void refuseIfAny() {
        if (!isEmpty()) {
            throw Problem.of(
                    Problem.Kind.INVALID,
                    Text.of(
                            "发现 %s 处问题，未保存任何内容。请全部改正后重新提交。",
                            "%s problems found, nothing was stored. Correct all of them and send again.", total),
                    this);
        }
    }
}
