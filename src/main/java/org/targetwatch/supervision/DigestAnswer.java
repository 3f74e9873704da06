package org.targetwatch.supervision;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.targetwatch.web.Language;

/** A digest as it is served, with the whole in words as it is mailed. */
@Schema(name = "DigestInWords")
public record DigestAnswer(@JsonUnwrapped Digest digest, String subject, String text) {
    static DigestAnswer of(Digest digest, Language language) {
        DigestText text = new DigestText(digest, language);
        return new DigestAnswer(digest, text.subject(), text.body());
    }
}
