package org.targetwatch.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violations;

/**
 * The door for administrators: what they do to accounts and tokens, with the same refusals wherever it is asked from. Where an account {@code seen} at some
 * moment is named, nothing is done if it has changed since; null does not ask.
 */
@ApplicationScoped
public class AdminActs {
    private final Accounts accounts;
    private final Tokens tokens;
    private final Places places;
    private final Caller caller;
    private final Clock clock;

    AdminActs(Accounts accounts, Tokens tokens, Places places, Caller caller, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.places = places;
        this.caller = caller;
        this.clock = clock;
    }

    /** All accounts by name, the disabled ones too. */
    public List<AccountAnswer> accounts() {
        return accounts.all().stream().map(AccountAnswer::of).toList();
    }

    /** Answers 404 where there is no such account. */
    public AccountAnswer requireAccount(String name) {
        return accounts().stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .orElseThrow(() -> AccountActs.noAccount(name));
    }

    /** Creates an account, whose owner has to choose another password at the first login. */
    public PasswordAnswer create(AccountForm form) {
        Violations violations = new Violations();
        String name = form.grant().validName(violations);
        Optional<Grant> grant = form.grant().valid(places, violations);
        violations.refuseIfAny();
        PasswordAnswer answer = PasswordAnswer.of(name, form.password());
        accounts.act(
                caller.name(), acts -> acts.create(name, grant.orElseThrow(), answer.chosen(form.password()), true));
        return answer;
    }

    /** Gives an account another password, which its owner has to change; returns when its sessions have ended everywhere. */
    public PasswordAnswer reset(String name, @Nullable String password, @Nullable Instant seen) {
        PasswordAnswer answer = PasswordAnswer.of(name, password);
        accounts.act(caller.name(), acts -> {
            acts.refuseChanged(name, seen);
            acts.reset(name, answer.chosen(password));
            return answer;
        });
        accounts.awaitEverywhere();
        return answer;
    }

    /** Gives an account other rights; returns when they hold everywhere. */
    public AccountAnswer regrant(String name, RightsForm form, @Nullable Instant seen) {
        refuseOwn(
                name,
                new Text("不能更改自己的权限，请另一位管理员处理。", "You cannot change your own rights; another administrator can."));
        Violations violations = new Violations();
        Optional<Grant> grant = form.of(name).valid(places, violations);
        violations.refuseIfAny();
        accounts.act(caller.name(), acts -> {
            acts.refuseChanged(name, seen);
            acts.regrant(name, grant.orElseThrow());
            return grant;
        });
        accounts.awaitEverywhere();
        return requireAccount(name);
    }

    /** Lets nobody in by an account any more; returns when that holds everywhere. */
    public void disable(String name) {
        refuseOwn(name, new Text("不能停用自己的账号。", "You cannot disable your own account."));
        setDisabled(name, true);
        accounts.awaitEverywhere();
    }

    private void refuseOwn(String name, Text why) {
        if (name.equals(caller.name())) {
            throw Problem.conflict(why);
        }
    }

    public void enable(String name) {
        setDisabled(name, false);
    }

    private void setDisabled(String name, boolean disabled) {
        accounts.act(caller.name(), acts -> {
            acts.setDisabled(name, disabled);
            return disabled;
        });
    }

    /** All tokens, the oldest first, those that are not valid any more too. */
    public List<TokenAnswer> tokens() {
        return tokens.all().stream().map(TokenAnswer::of).toList();
    }

    /** Issues a token; its secret is in the answer and nowhere else. */
    public IssuedAnswer issue(TokenForm form) {
        Violations violations = new Violations();
        String name = form.grant().validName(violations);
        Optional<Grant> grant = form.grant().valid(places, violations);
        Optional<Instant> expiry = form.expiry(clock, violations);
        violations.refuseIfAny();
        return IssuedAnswer.of(tokens.issue(name, grant.orElseThrow(), expiry.orElseThrow(), caller.name()));
    }

    /** Returns when no replica takes the token any more. */
    public void revoke(long id) {
        tokens.revoke(id, caller.name());
    }
}
