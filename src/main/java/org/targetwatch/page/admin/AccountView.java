package org.targetwatch.page.admin;

import org.jspecify.annotations.Nullable;
import org.targetwatch.page.Said;

/**
 * One account, and what can be done to it.
 *
 * @param trail what it did, in the audit trail
 * @param secret its new password, shown this once; null when none was drawn
 */
record AccountView(AccountLine line, RightsView rights, String trail, Said said, @Nullable SecretView secret) {}
