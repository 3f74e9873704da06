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
    private final Directory directory;

    PasswordChanges(Accounts accounts, Logins logins, Directory directory) {
        this.accounts = accounts;
        this.logins = logins;
        this.directory = directory;
    }

    /** Ends all sessions of the account. */
    void change(String name, @Nullable String current, @Nullable String wanted, String address) {
        if (directory.account(name).isEmpty()) {
            throw Problem.forbidden(
                    new Text(
                            "只有本系统的账号有密码：令牌没有，统一身份认证的密码请在那里修改。",
                            "Only accounts of this service have a password here: tokens have none, and the identity provider keeps its people's."));
        }
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
