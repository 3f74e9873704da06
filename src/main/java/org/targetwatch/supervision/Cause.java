package org.targetwatch.supervision;

import java.util.Locale;
import org.targetwatch.measure.Coded;
import org.targetwatch.web.Text;

/** What opened a slip. There is at most one open slip for each cause, indicator and region. */
public enum Cause implements Coded {
    RULE("规则", "rule"),
    HAND("人工", "by hand"),
    ALERT("告警", "alert");

    private final Text words;

    Cause(String zh, String en) {
        this.words = new Text(zh, en);
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Text words() {
        return words;
    }
}
