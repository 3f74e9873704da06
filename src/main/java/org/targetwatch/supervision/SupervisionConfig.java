package org.targetwatch.supervision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.util.Set;
import org.targetwatch.progress.Commitment;

/** {@code targetwatch.supervision.*} */
@ConfigMapping(prefix = "targetwatch.supervision")
interface SupervisionConfig {
    /** When a lag opens a slip under 确保: a hard promise is asked after at once, and after two months even when only behind. */
    @WithDefault("far_behind:1,behind:2")
    OpeningRule guaranteed();

    /** The same under 达: the value was stated as a fact. */
    @WithDefault("far_behind:1,behind:3")
    OpeningRule stated();

    /** The same under 计划: a planned quantity can be re-planned, so one bad month is not enough. */
    @WithDefault("far_behind:2,missed:1")
    OpeningRule planned();

    /** The same under 力争: a miss is explained, not punished. */
    @WithDefault("far_behind:2,missed:1")
    OpeningRule strive();

    /** The same under 推动: a direction of work; nobody is asked unless a floor is broken. */
    @WithDefault("off")
    OpeningRule promote();

    /**
     * From which share of the city's gap on a county gets a slip of its own, 0 to 1, where it is judged by the city's target.
     * A county with a target of its own answers for that whatever its share.
     */
    @WithDefault("0.2")
    BigDecimal countyShare();

    /** How many days a region has for its reply; moved to the next working day. */
    @WithDefault("7")
    int replyDays();

    /** Whether accepting a reply closes the slip. If not, it stays under watch until the figure recovers or somebody closes it. */
    @WithDefault("true")
    boolean closeOnAcceptance();

    /** How many judged months in a row must be green again for a slip to close by itself. */
    @WithDefault("2")
    int recoveryPeriods();

    /** Which alerts of Alertmanager open a slip; others are ignored. */
    @WithDefault("TargetLagging,TargetMissed,TargetFloorBroken")
    Set<String> alerts();

    /** How large a file that goes with a reply may be, in bytes. */
    @WithDefault("5242880")
    long attachmentMaxBytes();

    default OpeningRule rule(Commitment commitment) {
        return switch (commitment) {
            case GUARANTEED -> guaranteed();
            case STATED -> stated();
            case PLANNED -> planned();
            case STRIVE -> strive();
            case PROMOTE -> promote();
        };
    }
}
