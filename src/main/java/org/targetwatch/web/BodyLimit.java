package org.targetwatch.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses bodies above a size, announced or not, with an answer that says so. */
@Provider
@Singleton
public class BodyLimit implements ContainerRequestFilter {
    private final long maxBytes;

    BodyLimit(@ConfigProperty(name = "targetwatch.max-body-bytes", defaultValue = "67108864") long maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getLength() > maxBytes) {
            throw tooLarge();
        }
        if (request.hasEntity()) {
            request.setEntityStream(new Bounded(request.getEntityStream()));
        }
    }

    static Problem tooLarge() {
        return Problem.of(
                Problem.Kind.TOO_LARGE,
                new Text("内容超过允许的大小，请分批提交。", "The content is larger than allowed; send it in parts."));
    }

    private final class Bounded extends FilterInputStream {
        private long left = maxBytes;

        Bounded(InputStream body) {
            super(Objects.requireNonNull(body));
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
                throw tooLarge();
            }
            return result;
        }
    }
}
