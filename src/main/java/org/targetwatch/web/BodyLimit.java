package org.targetwatch.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses bodies above a size, announced or not, with an answer that says so; {@link BodyUpTo} allows larger ones. Refuses those, too, that
 * trickle in or break off: each holds a thread while it is read.
 */
@Provider
@Singleton
public class BodyLimit implements ContainerRequestFilter {
    private final long usual;
    private final Config settings;
    private final ResourceInfo resource;

    BodyLimit(
            @ConfigProperty(name = "targetwatch.max-body-bytes", defaultValue = "1048576") long usual,
            Config settings,
            @Context ResourceInfo resource) {
        this.usual = usual;
        this.settings = settings;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        long maxBytes = maxBytes();
        if (request.getLength() > maxBytes) {
            throw BoundedBody.tooLarge(maxBytes);
        }
        if (request.hasEntity()) {
            request.setEntityStream(new BoundedBody(request.getEntityStream(), maxBytes, System::nanoTime));
        }
    }

    private long maxBytes() {
        BodyUpTo larger = resource.getResourceMethod().getAnnotation(BodyUpTo.class);
        return larger == null
                ? usual
                : settings.getOptionalValue(larger.setting(), Long.class).orElse(larger.bytes());
    }
}
