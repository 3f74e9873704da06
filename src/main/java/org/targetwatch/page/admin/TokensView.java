package org.targetwatch.page.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.targetwatch.page.Said;

/**
 * The tokens, and the form for another.
 *
 * @param valid those that are taken now, the newest first
 * @param ended those that are not any more, likewise
 * @param more how many ended ones are not listed
 * @param name what was typed as the new one's
 * @param today the earliest day on which it may end
 * @param expires the last day on which it is to be taken
 * @param secret the new one's, shown this once; null when none was issued
 */
record TokensView(
        List<TokenLine> valid,
        List<TokenLine> ended,
        int more,
        String name,
        String today,
        String expires,
        RightsView rights,
        Said said,
        @Nullable SecretView secret) {}
