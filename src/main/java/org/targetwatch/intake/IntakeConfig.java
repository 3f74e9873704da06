package org.targetwatch.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of what is taken in. */
@ConfigMapping(prefix = "targetwatch.intake")
public interface IntakeConfig {
    /** How many figures one batch may hold; what a batch needs in memory grows with it. */
    @WithDefault("200000")
    int maxFigures();

    /** Up to how many figures a batch's answer says what they do to the cards. */
    @WithDefault("5000")
    int effectsUpTo();
}
