package org.targetwatch.page.slip;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.supervision.Phase;
import org.targetwatch.supervision.Slip;
import org.targetwatch.web.Text;

/** Which slips somebody looks at. */
enum SlipShow {
    ONGOING(new Text("未办结", "Ongoing"), EnumSet.of(Phase.OPEN, Phase.SENT_BACK, Phase.REPLIED, Phase.ACCEPTED)),
    OPEN(new Text("待回复", "To be replied to"), EnumSet.of(Phase.OPEN)),
    SENT_BACK(new Text("已退回", "Sent back"), EnumSet.of(Phase.SENT_BACK)),
    REPLIED(new Text("待审核", "To be decided"), EnumSet.of(Phase.REPLIED)),
    ACCEPTED(new Text("已采纳", "Accepted"), EnumSet.of(Phase.ACCEPTED)),
    SETTLED(new Text("已办结", "Settled"), EnumSet.of(Phase.CLOSED, Phase.RECOVERED)),
    ALL(new Text("全部", "All"), EnumSet.allOf(Phase.class));

    private final Text word;
    private final Set<Phase> phases;

    SlipShow(Text word, Set<Phase> phases) {
        this.word = word;
        this.phases = phases;
    }

    /** What is not settled, unless another word of the list is sent. */
    static SlipShow of(@Nullable String sent) {
        return Stream.of(values())
                .filter(show -> show.code().equals(sent))
                .findFirst()
                .orElse(ONGOING);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Text word() {
        return word;
    }

    boolean takes(Slip slip) {
        return phases.contains(slip.state().phase());
    }
}
