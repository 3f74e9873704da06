package org.targetwatch.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Knows whose tokens and sessions there are: from memory, a hash and a look-up; no password is hashed. */
@ApplicationScoped
class KeyProvider implements IdentityProvider<KeyRequest> {
    private final Directory directory;
    private final LastUses lastUses;

    KeyProvider(Directory directory, LastUses lastUses) {
        this.directory = directory;
        this.lastUses = lastUses;
    }

    @Override
    public Class<KeyRequest> getRequestType() {
        return KeyRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(KeyRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(request));
    }

    private SecurityIdentity identity(KeyRequest request) {
        Optional<Who> who =
                request.kind() == Secret.Kind.TOKEN ? holder(request.secret()) : directory.session(request.secret());
        return who.map(Identities::of).orElseThrow(AuthenticationFailedException::new);
    }

    private Optional<Who> holder(Secret secret) {
        Optional<Token> token = directory.token(secret);
        token.ifPresent(used -> lastUses.note(used.id()));
        return token.map(used -> new Who(used.name(), used.grant(), false));
    }
}
