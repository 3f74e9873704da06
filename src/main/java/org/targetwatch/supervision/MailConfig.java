package org.targetwatch.supervision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** {@code targetwatch.mail.*}: the mail server of whoever runs the program. */
@ConfigMapping(prefix = "targetwatch.mail")
interface MailConfig {
    @WithDefault("localhost")
    String host();

    @WithDefault("25")
    int port();

    /** The sender, {@code 目标监测 <targetwatch@example.cn>}. */
    @WithDefault("targetwatch@localhost")
    String from();

    /** As whom to log in; without a name nobody does. */
    Optional<String> username();

    Optional<String> password();

    @WithDefault("optional")
    Encryption encryption();

    enum Encryption {
        /** Never, for a server on the same machine whose certificate nobody signed. */
        NONE,
        /** STARTTLS where the server offers it. */
        OPTIONAL,
        /** STARTTLS, or no mail. */
        REQUIRED,
        /** From the first byte on, usually on port 465. */
        TLS
    }
}
