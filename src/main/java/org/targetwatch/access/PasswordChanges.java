package org.targetwatch.access;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** Lets people choose another password, who know the one they have. */
@ApplicationScoped
class PasswordChanges {
    private final Accounts accounts;
    private final Logins logins;

    PasswordChanges(Accounts accounts, Logins logins) {
        this.accounts = accounts;
        this.logins = logins;
    }

    /** Ends all sessions of the account. */
    void change(String name, @Nullable String current, @Nullable String wanted, String address) {
        String password = String.valueOf(wanted);
        if (logins.verify(name, String.valueOf(current), address).isEmpty()) {
            throw Problem.forbidden(new Text("当前密码不正确。", "The current password is wrong."));
        }
        if (password.equals(current)) {
            throw Problem.conflict(new Text("新密码与当前密码相同。", "The new password is the current one."));
        }
        accounts.act(name, acts -> {
            acts.change(password);
            return password;
        });
        accounts.awaitEverywhere();
    }
}
