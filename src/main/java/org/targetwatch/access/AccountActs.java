package org.targetwatch.access;

import java.sql.SQLException;
import java.time.Instant;
import org.targetwatch.audit.Facts;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/**
 * What is done to accounts, in a transaction that somebody else holds: the server, or a command that runs beside it.
 *
 * @param by who does it
 * @param witness keeps the row of each change, in the same transaction
 */
record AccountActs(AccessStore store, Instant now, String by, Witness witness) {

    /** Whoever keeps the row that every change leaves. */
    interface Witness {
        void saw(String by, String act, String account, Facts details) throws SQLException;
    }

    /** @param mustChange whether the password is known to others than its owner, who then has to choose another */
    Account create(String name, Grant grant, String password, boolean mustChange) throws SQLException {
        refuseTaken(store, name);
        Account account = new Account(name, grant, hashed(name, password), mustChange, false, now, by, now, by);
        store.insert(account);
        witness.saw(by, "account.created", name, grant.facts());
        return account;
    }

    /** The same where there may be such an account already, which then only gets the password. */
    void createOrReplace(String name, Grant grant, String password) throws SQLException {
        if (store.isTaken(name)) {
            store.setPassword(name, hashed(name, password), false, now, by);
            witness.saw(by, "account.reset", name, Facts.NONE);
        } else {
            create(name, grant, password, false);
        }
    }

    static void refuseTaken(AccessStore store, String name) throws SQLException {
        if (store.isTaken(name)) {
            throw Problem.conflict(Text.of(
                    "名称 %s 已被账号或令牌使用过，请换一个；名称不重复使用，记录中的名称才不会混淆。",
                    "The name %s is or was an account's or token's; choose another. Names are not used twice, so that records stay clear.",
                    name));
        }
    }

    /** Somebody else gives the account another password; its owner has to change it. All its sessions end. */
    void reset(String name, String password) throws SQLException {
        requireFound(name, GrantForm.isName(name) && store.setPassword(name, hashed(name, password), true, now, by));
        store.endSessions(name);
        witness.saw(by, "account.reset", name, Facts.NONE);
    }

    /** The owner chooses another password. All sessions end. */
    void change(String password) throws SQLException {
        requireFound(by, store.setPassword(by, hashed(by, password), false, now, by));
        store.endSessions(by);
        witness.saw(by, "account.password_changed", by, Facts.NONE);
    }

    /** Lets nobody in by the account any more, or does again. All its sessions end. */
    void setDisabled(String name, boolean disabled) throws SQLException {
        requireFound(name, GrantForm.isName(name) && store.setDisabled(name, disabled, now, by));
        store.endSessions(name);
        witness.saw(by, disabled ? "account.disabled" : "account.enabled", name, Facts.NONE);
    }

    private static String hashed(String name, String password) {
        Passwords.refusal(name, password)
                .ifPresent(why -> Violations.of(new Violation(null, "password", "E-PASSWORD", why))
                        .refuseIfAny());
        return Passwords.hash(password);
    }

    private static void requireFound(String name, boolean found) {
        if (!found) {
            throw Problem.notFound(Text.of("没有账号 %s。", "There is no account %s.", Text.shown(name)));
        }
    }
}
