package org.targetwatch.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violations;

/**
 * Administers accounts from the command line, beside the running program and through its database: whoever can read the data folder, or knows the
 * database's password, may. Passwords are never arguments: they are drawn and printed, or read from the standard input.
 */
public final class AccountsCommand {
    /** The first argument that asks for it. */
    public static final String NAME = "accounts";

    private static final int MISUSED = 64;
    private static final String GIVEN = "--password-stdin";
    private static final String USAGE =
            """
            accounts list
            accounts create NAME --role reporter|reviewer|leader|viewer|admin [--region CODE] [--office NAME]… [--password-stdin]
            accounts reset NAME [--password-stdin]
            accounts disable NAME
            accounts enable NAME""";

    private final Connection connection;
    private final BufferedReader in;
    private final PrintStream out;

    public AccountsCommand(Connection connection, BufferedReader in, PrintStream out) {
        this.connection = connection;
        this.in = in;
        this.out = out;
    }

    /** Carries out one command, all of it or nothing, and returns what the process ends with: 0 when it was done. */
    public int run(List<String> arguments) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try {
            AccessStore store = new AccessStore(connection);
            store.announceChange();
            boolean known = run(arguments, acts(store));
            connection.commit();
            Directory.awaitEverywhere();
            return known ? 0 : misused();
        } catch (Problem refused) {
            connection.rollback();
            out.println(everything(refused));
            return 1;
        }
    }

    private static AccountActs acts(AccessStore store) throws SQLException {
        return new AccountActs(store, store.now(), "cli:" + System.getProperty("user.name"), store::note);
    }

    private boolean run(List<String> arguments, AccountActs acts) throws SQLException, IOException {
        String act = arguments.isEmpty() ? "" : arguments.get(0);
        if (act.equals("list")) {
            acts.store().accounts().forEach(account -> out.println(line(account)));
            return true;
        }
        return arguments.size() > 1 && run(act, arguments.get(1), arguments.subList(2, arguments.size()), acts);
    }

    private boolean run(String act, String name, List<String> options, AccountActs acts)
            throws SQLException, IOException {
        switch (act) {
            case "create" -> create(name, options, acts);
            case "reset" -> reset(name, options, acts);
            case "disable" -> acts.setDisabled(name, true);
            case "enable" -> acts.setDisabled(name, false);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void create(String name, List<String> options, AccountActs acts) throws SQLException, IOException {
        GrantForm form =
                new GrantForm(name, one(options, "--role"), one(options, "--region"), all(options, "--office"));
        Violations violations = new Violations();
        form.validName(violations);
        Optional<Grant> grant = form.valid(StoredPlaces.read(connection), violations);
        violations.refuseIfAny();
        String password = password(options);
        acts.create(name, grant.orElseThrow(), password, true);
        show(password, options);
    }

    private void reset(String name, List<String> options, AccountActs acts) throws SQLException, IOException {
        String password = password(options);
        acts.reset(name, password);
        show(password, options);
    }

    /** A drawn one, which nobody knows yet. */
    private void show(String password, List<String> options) {
        if (!options.contains(GIVEN)) {
            out.println(password);
        }
    }

    private String password(List<String> options) throws IOException {
        return options.contains(GIVEN) ? String.valueOf(in.readLine()) : Passwords.random();
    }

    private static @Nullable String one(List<String> options, String name) {
        return all(options, name).stream().findFirst().orElse(null);
    }

    private static List<String> all(List<String> options, String name) {
        List<String> values = new ArrayList<>();
        for (int index = 0; index + 1 < options.size(); index++) {
            if (options.get(index).equals(name)) {
                values.add(options.get(index + 1));
            }
        }
        return values;
    }

    private static String line(Account account) {
        Grant grant = account.grant();
        String rights = grant.region() == null ? String.join("、", grant.offices()) : grant.region();
        String state = account.disabled() ? "disabled" : account.mustChange() ? "must-change-password" : "";
        return String.join("\t", account.name(), grant.role().code(), rights, state);
    }

    private int misused() {
        out.println(USAGE);
        return MISUSED;
    }

    private static String everything(Problem refused) {
        Text all = refused.violations().first().stream()
                .map(violation -> violation.message())
                .reduce(refused.detail(), (one, other) -> Text.of("%s%n  %s", "%s%n  %s", one, other));
        return all.zh() + System.lineSeparator() + all.en();
    }
}
