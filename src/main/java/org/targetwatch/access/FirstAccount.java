package org.targetwatch.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.targetwatch.audit.AuditTrail;

/**
 * Creates the account {@code admin} where there is none at all yet: with the password that {@code TARGETWATCH_ADMIN_PASSWORD} says, or a random one that is
 * written to a file which only its owner can read. There is no default.
 */
@ApplicationScoped
class FirstAccount {
    private static final Logger LOG = Logger.getLogger(FirstAccount.class);
    private static final String NAME = "admin";

    private final AccessChange change;
    private final Optional<String> given;
    private final Path file;

    FirstAccount(
            AccessChange change,
            @ConfigProperty(name = "targetwatch.admin-password") Optional<String> given,
            @ConfigProperty(name = "targetwatch.data-dir", defaultValue = "data") Path dataFolder) {
        this.change = change;
        this.given = given;
        this.file = dataFolder.resolve("admin-password");
    }

    void create(@Observes StartupEvent starting) {
        change.act(AuditTrail.SYSTEM, acts -> {
            if (acts.store().accounts().isEmpty()) {
                acts.create(NAME, Grant.admin(), given.orElseGet(this::written), false);
            }
            return acts;
        });
    }

    private String written() {
        String password = Passwords.random();
        try {
            OwnFile.write(file, password + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        LOG.infof("The account %s was created; its password is in %s.", NAME, file.toAbsolutePath());
        return password;
    }
}
