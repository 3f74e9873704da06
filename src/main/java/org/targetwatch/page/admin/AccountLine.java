package org.targetwatch.page.admin;

import java.time.ZoneId;
import org.targetwatch.access.AccountAnswer;
import org.targetwatch.page.Address;
import org.targetwatch.page.Shown;
import org.targetwatch.page.Words;
import org.targetwatch.page.admin.AccountFilter.State;
import org.targetwatch.web.Language;

/**
 * An account in a list, and at the head of its page.
 *
 * @param seen when it had changed last, so that nothing is done to it that was meant for another state
 * @param reach of its rights: a region or offices; empty for none in particular
 * @param state the code of a shape
 * @param own whether it is the reader's
 */
record AccountLine(
        String name,
        String href,
        String seen,
        String role,
        String reach,
        String state,
        String word,
        String created,
        String changed,
        boolean disabled,
        boolean own) {

    static AccountLine of(AccountAnswer account, String reach, boolean own, ZoneId zone, Language language) {
        return new AccountLine(
                account.name(),
                Address.of(AccountsPage.ADDRESS).below(account.name()).toString(),
                account.changedAt().toString(),
                Words.of(account.role()).in(language),
                reach,
                shape(State.of(account)),
                State.of(account).word().in(language),
                Shown.moment(account.createdAt(), zone) + " " + account.createdBy(),
                Shown.moment(account.changedAt(), zone) + " " + account.changedBy(),
                account.disabled(),
                own);
    }

    private static String shape(State state) {
        return switch (state) {
            case ACTIVE -> "done";
            case STARTING -> "in_progress";
            case DISABLED -> "not_started";
        };
    }
}
