package org.targetwatch.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses bodies above a size, announced or not, with an answer that says so. {@link BodyUpTo} allows larger ones. */
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
            throw tooLarge(maxBytes);
        }
        if (request.hasEntity()) {
            request.setEntityStream(new Bounded(request.getEntityStream(), maxBytes));
        }
    }

    private long maxBytes() {
        BodyUpTo larger = resource.getResourceMethod().getAnnotation(BodyUpTo.class);
        return larger == null
                ? usual
                : settings.getOptionalValue(larger.setting(), Long.class).orElse(larger.bytes());
    }

    private static Problem tooLarge(long maxBytes) {
        return Problem.of(
                Problem.Kind.TOO_LARGE,
                Text.of(
                        "内容超过允许的大小（%s 字节），请分批提交。",
                        "The content is larger than allowed (%s bytes); send it in parts.", maxBytes));
    }

    private static final class Bounded extends FilterInputStream {
        private final long maxBytes;
        private long left;

        Bounded(InputStream body, long maxBytes) {
            super(Objects.requireNonNull(body));
            this.maxBytes = maxBytes;
            this.left = maxBytes;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            return counted(read, read < 0 ? 0 : 1);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            return counted(read, Math.max(read, 0));
        }

        private int counted(int result, int bytes) {
            left -= bytes;
            if (left < 0) {
                throw tooLarge(maxBytes);
            }
            return result;
        }
    }
}
