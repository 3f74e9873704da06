package org.targetwatch.supervision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code targetwatch.digest.*} */
@ConfigMapping(prefix = "targetwatch.digest")
interface DigestConfig {
    /** The mail addresses of each office, {@code targetwatch.digest.addresses."基教科"=a@…,b@…}; an office without one gets no mail. */
    Map<String, List<String>> addresses();

    /** Where people reach this service, {@code https://targets.example.cn}; then mails lead to the digest's page. */
    Optional<String> site();

    /** From when on, each working day, digests are made and mailed. */
    @WithDefault("08:30")
    LocalTime sendAt();
}
