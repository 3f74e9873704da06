package org.targetwatch.page.admin;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.AccountAnswer;
import org.targetwatch.access.AdminActs;
import org.targetwatch.access.Caller;
import org.targetwatch.access.Role;
import org.targetwatch.page.Address;
import org.targetwatch.page.Option;
import org.targetwatch.page.Said;
import org.targetwatch.page.Shell;
import org.targetwatch.page.Words;
import org.targetwatch.page.admin.AccountFilter.State;
import org.targetwatch.web.Language;

/** Reads accounts and puts them in the reader's words. */
@ApplicationScoped
class AccountsDesk {
    /** More are found by searching. */
    private static final int MOST_SHOWN = 200;

    private final Shell shell;
    private final AdminActs admin;
    private final RightsWords words;
    private final Caller caller;
    private final Clock clock;

    AccountsDesk(Shell shell, AdminActs admin, RightsWords words, Caller caller, Clock clock) {
        this.shell = shell;
        this.admin = admin;
        this.words = words;
        this.caller = caller;
        this.clock = clock;
    }

    AccountsView all(AccountFilter filter, String name, RightsFields rights, Said said, @Nullable SecretView secret) {
        Language language = shell.language();
        List<AccountAnswer> matching = admin.accounts().stream()
                .filter(account -> filter.takes(account, reach(account)))
                .toList();
        List<AccountLine> lines =
                matching.stream().limit(MOST_SHOWN).map(this::line).toList();
        return new AccountsView(
                lines,
                matching.size() - lines.size(),
                filter.search() == null ? "" : filter.search(),
                Stream.of(Role.values())
                        .map(role -> new Option(
                                role.code(),
                                Words.of(role).in(language),
                                role.code().equals(filter.role())))
                        .toList(),
                Stream.of(State.values())
                        .map(state -> new Option(
                                state.code(),
                                state.word().in(language),
                                state.code().equals(filter.state())))
                        .toList(),
                name,
                words.fields(rights, language),
                said,
                secret);
    }

    AccountView one(String name, Said said, @Nullable SecretView secret) {
        AccountAnswer account = admin.requireAccount(name);
        return new AccountView(
                line(account),
                words.fields(RightsFields.of(account), shell.language()),
                Address.of("/admin/audit").with("actor", name).toString(),
                said,
                secret);
    }

    private AccountLine line(AccountAnswer account) {
        boolean own = account.name().equals(caller.name());
        return AccountLine.of(account, reach(account), own, clock.getZone(), shell.language());
    }

    private String reach(AccountAnswer account) {
        return words.reach(account.region(), account.offices(), shell.language());
    }
}
