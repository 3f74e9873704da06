package org.targetwatch.supervision;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.targetwatch.web.FileName;

/** A file that somebody sent, handed on as bytes to be saved: no browser is to open it in our name. */
final class Download {
    private Download() {}

    static RestResponse<byte[]> of(Attachment attachment) {
        return ResponseBuilder.ok(attachment.content())
                .type(MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, fileName(attachment).attachment())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .tag(new EntityTag(attachment.hash().hex()))
                .build();
    }

    private static FileName fileName(Attachment attachment) {
        return new FileName(
                "attachment-%d-%d.%s".formatted(attachment.number(), attachment.seq(), attachment.type()),
                attachment.name());
    }
}
