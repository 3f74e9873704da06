package org.targetwatch.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.targetwatch.measure.Series;

/**
 * 督办单: what was opened, and everything that was done since.
 *
 * @param steps in order; the first one is {@link Act#OPENED}
 */
public record Slip(Opening opening, List<Step> steps) {

    /**
     * What a slip was opened for; none of it ever changes.
     *
     * @param number from 1 within the plan
     * @param offices the lead offices as they were
     * @param shares who holds most of the gap, of the regions below
     */
    public record Opening(
            String plan,
            int number,
            Series series,
            List<String> offices,
            Cause cause,
            Finding finding,
            List<Share> shares) {
        public Opening {
            offices = List.copyOf(offices);
            shares = List.copyOf(shares);
        }
    }

    public Slip {
        steps = List.copyOf(steps);
    }

    public int number() {
        return opening.number();
    }

    public Step first() {
        return steps.get(0);
    }

    public Step last() {
        return steps.get(steps.size() - 1);
    }

    /** What the steps have led to. */
    public SlipState state() {
        return stateAfter(steps.size());
    }

    /** What the last step was done to. */
    SlipState beforeLast() {
        return stateAfter(steps.size() - 1);
    }

    private SlipState stateAfter(int count) {
        SlipState state = new SlipState.Open(Objects.requireNonNull(first().until()));
        for (Step step : steps.subList(1, count)) {
            LocalDate until = Objects.requireNonNullElse(step.until(), LocalDate.EPOCH);
            state = step.act().after(state, until).orElseThrow(() -> broken(step));
        }
        return state;
    }

    /** Whether the steps begin with the opening and could have followed each other. */
    boolean isSound() {
        try {
            return !steps.isEmpty() && first().act() == Act.OPENED && last().seq() == steps.size() && state() != null;
        } catch (IllegalStateException broken) {
            return false;
        }
    }

    private IllegalStateException broken(Step step) {
        return new IllegalStateException("Slip %s/%d: step %d (%s) is not allowed where it stands"
                .formatted(opening.plan(), number(), step.seq(), step.act().code()));
    }

    /** What people can do to it as it stands, whoever they are. */
    public List<Act> can() {
        return Act.allowed(state());
    }

    public boolean isOpen() {
        return !state().phase().isFinal();
    }

    /** 逾期: something was owed before {@code today}. */
    public boolean isOverdue(LocalDate today) {
        return state().due().filter(today::isAfter).isPresent();
    }

    /** 数据突变: the figure jumped after it was opened, so it waits for the reviewer's eyes. */
    public boolean hasJumped() {
        return steps(Act.JUMPED).findAny().isPresent();
    }

    /** The region's last reply. */
    public Optional<Step> reply() {
        return steps(Act.REPLIED).max(Comparator.comparing(Step::seq));
    }

    /** The region's last reply, unless it was sent back: then it says nothing any more. */
    public Optional<Step> standingReply() {
        return reply().filter(reply -> state().phase() != Phase.SENT_BACK);
    }

    public Stream<Step> steps(Act act) {
        return steps.stream().filter(step -> step.act() == act);
    }

    /** Whether a remark of this kind and about this stands on it already. */
    boolean notes(Act act, String about) {
        return steps(act).anyMatch(step -> about.equals(step.about()));
    }

    /** The slip as it was known at {@code moment}; empty before it was opened. */
    public Optional<Slip> asOf(Instant moment) {
        List<Step> known = steps.stream()
                .filter(step -> !step.recordedAt().isAfter(moment))
                .toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(new Slip(opening, known));
    }

    Slip with(Step step) {
        return new Slip(opening, Stream.concat(steps.stream(), Stream.of(step)).toList());
    }
}
