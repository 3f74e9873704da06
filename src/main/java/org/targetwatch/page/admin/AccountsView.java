package org.targetwatch.page.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.targetwatch.page.Option;
import org.targetwatch.page.Said;

/**
 * All accounts that were looked for, and the form for another.
 *
 * @param more how many match beyond those listed
 * @param name what was typed as the new one's
 * @param secret the new one's password, shown this once; null when none was drawn
 */
record AccountsView(
        List<AccountLine> lines,
        int more,
        String search,
        List<Option> roles,
        List<Option> states,
        String name,
        RightsView rights,
        Said said,
        @Nullable SecretView secret) {}
