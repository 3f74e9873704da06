package org.targetwatch.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.targetwatch.measure.Coded;
import org.targetwatch.supervision.SlipState.Answered;
import org.targetwatch.supervision.SlipState.Awaiting;
import org.targetwatch.supervision.SlipState.Ongoing;
import org.targetwatch.supervision.SlipState.Replied;
import org.targetwatch.web.Text;

/** What can be done to a slip. Moves change its state; remarks are noted on it and change nothing. */
public enum Act implements Coded {
    /** The first step of every slip, and of no other. */
    OPENED("开单", "open", (state, until) -> Optional.empty()),
    REPLIED("回复", "reply", (state, until) -> in(Awaiting.class, state).map(awaiting -> awaiting.reply(until))),
    ACCEPTED("采纳", "accept", (state, until) -> in(Replied.class, state).map(Replied::accept)),
    SENT_BACK("退回", "send back", (state, until) -> in(Answered.class, state).map(answered -> answered.sendBack(until))),
    CLOSED("销号", "close", (state, until) -> in(Ongoing.class, state).map(Ongoing::close)),
    RECOVERED("恢复销号", "recover", (state, until) -> in(Ongoing.class, state).map(Ongoing::recover)),
    /** A file was added. */
    ATTACHED("附件", "attach", (state, until) -> in(Ongoing.class, state)),
    /** An alert fired for the same indicator and region. */
    ALERTED("告警", "alert", (state, until) -> in(Ongoing.class, state)),
    /** An alert that stands on the slip has ended. */
    ALERT_ENDED("告警解除", "alert ended", (state, until) -> in(Ongoing.class, state)),
    /** 突变: the figure jumped after the slip was opened; for the reviewer to look at. */
    JUMPED("数据突变", "jump", (state, until) -> in(Ongoing.class, state));

    private final Text words;
    private final BiFunction<SlipState, LocalDate, Optional<? extends SlipState>> after;

    Act(String zh, String en, BiFunction<SlipState, LocalDate, Optional<? extends SlipState>> after) {
        this.words = new Text(zh, en);
        this.after = after;
    }

    private static <S extends SlipState> Optional<S> in(Class<S> needed, SlipState state) {
        return Optional.of(state).filter(needed::isInstance).map(needed::cast);
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Text words() {
        return words;
    }

    /**
     * The state after this was done in {@code state}; empty where that is not allowed.
     *
     * @param until the day that the act sets: the promised one of a reply, the reply's due day of what is sent back
     */
    Optional<SlipState> after(SlipState state, LocalDate until) {
        return after.apply(state, until).map(SlipState.class::cast);
    }

    /** The moves that people can make in {@code state}. */
    static List<Act> allowed(SlipState state) {
        return Stream.of(REPLIED, ACCEPTED, SENT_BACK, CLOSED)
                .filter(move -> move.after(state, LocalDate.EPOCH).isPresent())
                .toList();
    }
}
