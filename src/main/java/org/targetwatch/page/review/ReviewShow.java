package org.targetwatch.page.review;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.figure.FigureState;
import org.targetwatch.web.Text;

/** Which of a month's figures a reviewer looks at. */
enum ReviewShow {
    /** Nobody has decided yet. */
    WAITING(new Text("待审", "waiting")),
    /** It counts, and something about it looks odd. */
    ODD(new Text("有疑点", "odd")),
    ACCEPTED(new Text("已审", "accepted")),
    /** Sent back by the office, or taken back by whoever reported it. */
    RETURNED(new Text("已退回或撤回", "returned or withdrawn")),
    ALL(new Text("全部", "all"));

    private final Text word;

    ReviewShow(Text word) {
        this.word = word;
    }

    /** What waits, unless another word of the list is sent. */
    static ReviewShow of(@Nullable String sent) {
        return Stream.of(values())
                .filter(show -> show.code().equals(sent))
                .findFirst()
                .orElse(WAITING);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Text word() {
        return word;
    }

    boolean takes(FigureState state, boolean odd) {
        return switch (this) {
            case WAITING -> state == FigureState.PROVISIONAL;
            case ODD -> odd && state.counts();
            case ACCEPTED -> state == FigureState.ACCEPTED;
            case RETURNED -> !state.counts();
            case ALL -> true;
        };
    }
}
