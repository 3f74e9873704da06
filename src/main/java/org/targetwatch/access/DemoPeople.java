package org.targetwatch.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.targetwatch.audit.AuditTrail;

/**
 * The people of a demonstration: a county's clerk, an office, a leader. Their passwords are drawn at random and stand in the data folder, readable by its owner
 * only: all of them in {@code demo-accounts}, and each as a header for {@code curl -H @data-demo/demo-county}.
 */
@ApplicationScoped
class DemoPeople {
    /** The one that the guide lets post. */
    private static final String COUNTY = "511133";

    private static final int AFTER_THE_CATALOGUE = Interceptor.Priority.LIBRARY_AFTER;

    private final AccessChange change;
    private final Places places;
    private final Optional<String> demonstration;
    private final Path folder;

    DemoPeople(
            AccessChange change,
            Places places,
            @ConfigProperty(name = "targetwatch.demo") Optional<String> demonstration,
            @ConfigProperty(name = "targetwatch.data-dir", defaultValue = "data") Path folder) {
        this.change = change;
        this.places = places;
        this.demonstration = demonstration;
        this.folder = folder;
    }

    void create(@Observes @Priority(AFTER_THE_CATALOGUE) StartupEvent starting) {
        if (demonstration.isPresent() && isMissing()) {
            write(change.act(AuditTrail.SYSTEM, this::create));
        }
    }

    private boolean isMissing() {
        boolean written = people().keySet().stream().map(folder::resolve).allMatch(Files::exists);
        return !written || !change.read(store -> store.isTaken("demo-county"));
    }

    private Map<String, String> create(AccountActs acts) throws SQLException {
        Map<String, String> passwords = new LinkedHashMap<>();
        for (Map.Entry<String, Grant> person : people().entrySet()) {
            String password = Passwords.random();
            acts.createOrReplace(person.getKey(), person.getValue(), password);
            passwords.put(person.getKey(), password);
        }
        return passwords;
    }

    private Map<String, Grant> people() {
        Map<String, Grant> people = new LinkedHashMap<>();
        people.put("demo-county", new Grant(Role.REPORTER, COUNTY, Set.of()));
        people.put("demo-office", new Grant(Role.REVIEWER, null, new TreeSet<>(places.offices())));
        people.put("demo-leader", new Grant(Role.LEADER, null, Set.of()));
        return people;
    }

    private void write(Map<String, String> passwords) {
        StringBuilder all = new StringBuilder();
        passwords.forEach((name, password) -> {
            all.append(name).append(' ').append(password).append('\n');
            write(name, "Authorization: Basic " + encoded(name + ":" + password));
        });
        write("demo-accounts", all.toString());
    }

    private static String encoded(String login) {
        return Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
    }

    private void write(String file, String content) {
        try {
            OwnFile.write(folder.resolve(file), content);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
