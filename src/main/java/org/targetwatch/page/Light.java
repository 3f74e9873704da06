package org.targetwatch.page;

import org.targetwatch.progress.Status;
import org.targetwatch.web.Language;

/** A status as it is seen: a shape and a colour by its code, and always the word. */
public record Light(String code, String word) {
    public static Light of(Status status, Language language) {
        return new Light(status.code(), Words.of(status).in(language));
    }
}
