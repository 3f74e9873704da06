package org.targetwatch.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.targetwatch.audit.Facts;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** The door to machines' tokens. */
@ApplicationScoped
public class Tokens {
    private final AccessChange change;

    Tokens(AccessChange change) {
        this.change = change;
    }

    /** A new token and its secret, which is shown this once and stored nowhere. */
    record Issued(Token token, Secret secret) {}

    Issued issue(String name, Grant grant, Instant expiresAt, String by) {
        Secret secret = Secret.random(Secret.Kind.TOKEN);
        Token asked = new Token(0, name, grant, change.now(), by, expiresAt, null, null, null);
        return change.write(store -> {
            AccountActs.refuseTaken(store, name);
            change.sawToken(by, "token.issued", name, grant.facts().and("expires", expiresAt));
            return new Issued(asked.numbered(store.insert(secret.hash(), asked)), secret);
        });
    }

    /** All of them, the oldest first, those that are not valid any more too. */
    List<Token> all() {
        return change.read(AccessStore::tokens);
    }

    /** Returns when no replica takes the token any more. */
    void revoke(long id, String by) {
        List<String> revoked = change.write(store -> {
            List<String> names = store.revoke(id, change.now(), by);
            names.forEach(name -> change.sawToken(by, "token.revoked", name, Facts.NONE));
            return names;
        });
        if (revoked.isEmpty()) {
            throw Problem.notFound(Text.of("没有令牌 %s，或已撤销。", "There is no token %s, or it was revoked before.", id));
        }
        Directory.awaitEverywhere();
    }
}
