package org.targetwatch.access;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        store.sessions().endOf(name);
        witness.saw(by, "account.reset", name, Facts.NONE);
    }

    /** The owner chooses another password. All sessions end. */
    void change(String password) throws SQLException {
        requireFound(by, store.setPassword(by, hashed(by, password), false, now, by));
        store.sessions().endOf(by);
        witness.saw(by, "account.password_changed", by, Facts.NONE);
    }

    /** Gives the account other rights, which its sessions have at once. */
    void regrant(String name, Grant grant) throws SQLException {
        if (grant.role() != Role.ADMIN) {
            refuseLastAdministrator(name);
        }
        requireFound(name, GrantForm.isName(name) && store.setGrant(name, grant, now, by));
        witness.saw(by, "account.granted", name, grant.facts());
    }

    /** Lets nobody in by the account any more, or does again. All its sessions end. */
    void setDisabled(String name, boolean disabled) throws SQLException {
        if (disabled) {
            refuseLastAdministrator(name);
        }
        requireFound(name, GrantForm.isName(name) && store.setDisabled(name, disabled, now, by));
        store.sessions().endOf(name);
        witness.saw(by, disabled ? "account.disabled" : "account.enabled", name, Facts.NONE);
    }

    /** Somebody must remain who can let others in: the changes of all replicas come one after another. */
    private void refuseLastAdministrator(String name) throws SQLException {
        List<String> administrators = store.accounts().stream()
                .filter(account -> account.grant().role() == Role.ADMIN && !account.disabled())
                .map(Account::name)
                .toList();
        if (administrators.equals(List.of(name))) {
            throw Problem.conflict(Text.of(
                    "%s 是最后一个可用的管理员账号，不能停用，也不能改为其他角色；请先设立另一个管理员。",
                    "%s is the last administrator who can log in, and can neither be disabled nor get another role; make"
                            + " another administrator first.",
                    name));
        }
    }

    /** @param seen when the account had changed last, as somebody saw it; null where nobody asks */
    void refuseChanged(String name, @Nullable Instant seen) throws SQLException {
        boolean changed = store.accounts().stream()
                .anyMatch(account -> account.name().equals(name)
                        && seen != null
                        && !account.changedAt().equals(seen));
        if (changed) {
            throw Problem.of(
                    Problem.Kind.PRECONDITION_FAILED,
                    Text.of(
                            "账号 %s 在您查看之后又有变动，未执行。请核对后再操作。",
                            "The account %s has changed since you looked, and nothing was done; look at it and try again.",
                            name));
        }
    }

    private static String hashed(String name, String password) {
        Passwords.refusal(name, password)
                .ifPresent(why -> Violations.of(new Violation(null, "password", "E-PASSWORD", why))
                        .refuseIfAny());
        return Passwords.hash(password);
    }

    private static void requireFound(String name, boolean found) {
        if (!found) {
            throw noAccount(name);
        }
    }

    static Problem noAccount(String name) {
        return Problem.notFound(Text.of("没有账号 %s。", "There is no account %s.", Text.shown(name)));
    }
}
