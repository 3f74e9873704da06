package org.targetwatch.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.targetwatch.web.Language;

/** Digests as mails: to whom, and in which words. */
@ApplicationScoped
class DigestMail {
    private final DigestConfig config;
    private final Postman postman;

    DigestMail(DigestConfig config, Postman postman) {
        this.config = config;
        this.postman = postman;
    }

    /** Where a digest is to go; nowhere where it tells nothing. */
    List<String> addresses(Digest digest) {
        return digest.saysNothing() ? List.of() : config.addresses().getOrDefault(digest.office(), List.of());
    }

    /** Throws {@link Undeliverable} when nobody gets it. */
    void send(Digest digest, List<String> addresses) {
        DigestText text = new DigestText(digest, Language.ZH);
        postman.deliver(new Letter(name(digest), text.subject(), text.body() + link(digest), addresses));
    }

    /** The same for the same digest: a mail whose answer got lost is sent again, and mailboxes know it by its name. */
    private static String name(Digest digest) {
        String name = String.join(
                "/",
                digest.plan(),
                digest.office(),
                digest.kind().code(),
                digest.day().toString());
        return "<%s@targetwatch>".formatted(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    private String link(Digest digest) {
        return config.site()
                .map(site -> "\n在网页上查看：%s/digests?plan=%s&office=%s&kind=%s&day=%s\n"
                        .formatted(
                                site,
                                digest.plan(),
                                URLEncoder.encode(digest.office(), StandardCharsets.UTF_8),
                                digest.kind().code(),
                                digest.day()))
                .orElse("");
    }
}
