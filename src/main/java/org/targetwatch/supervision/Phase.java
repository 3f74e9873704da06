package org.targetwatch.supervision;

import java.util.Locale;
import org.targetwatch.measure.Coded;
import org.targetwatch.web.Text;

/** What a state of a slip is called. */
public enum Phase implements Coded {
    OPEN("待回复", "open"),
    REPLIED("已回复待审核", "replied"),
    SENT_BACK("已退回", "sent back"),
    ACCEPTED("已采纳", "accepted"),
    CLOSED("已销号", "closed"),
    RECOVERED("已恢复销号", "recovered");

    private final Text words;

    Phase(String zh, String en) {
        this.words = new Text(zh, en);
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Text words() {
        return words;
    }

    /** Whether nothing follows any more. */
    public boolean isFinal() {
        return this == CLOSED || this == RECOVERED;
    }
}
