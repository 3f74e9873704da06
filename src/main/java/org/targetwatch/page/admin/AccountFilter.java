package org.targetwatch.page.admin;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.AccountAnswer;
import org.targetwatch.web.Text;

/**
 * Which accounts are looked for, as sent; null or empty for any.
 *
 * @param search a part of the name, or of the region or offices
 * @param state one of {@link State}
 */
record AccountFilter(@Nullable String search, @Nullable String role, @Nullable String state) {

    /** What can be done by an account. */
    enum State {
        ACTIVE(new Text("可用", "active")),
        /** Its owner has to choose another password first. */
        STARTING(new Text("待改密码", "has to change its password")),
        DISABLED(new Text("已停用", "disabled"));

        private final Text word;

        State(Text word) {
            this.word = word;
        }

        static State of(AccountAnswer account) {
            if (account.disabled()) {
                return DISABLED;
            }
            return account.mustChangePassword() ? STARTING : ACTIVE;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        Text word() {
            return word;
        }
    }

    boolean takes(AccountAnswer account, String reach) {
        return isAny(role, account.role().code())
                && isAny(state, State.of(account).code())
                && (search == null || contains(account.name()) || contains(reach));
    }

    private static boolean isAny(@Nullable String wanted, String code) {
        return wanted == null || wanted.isEmpty() || wanted.equals(code);
    }

    private boolean contains(String text) {
        return text.toLowerCase(Locale.ROOT)
                .contains(String.valueOf(search).strip().toLowerCase(Locale.ROOT));
    }
}
