package org.targetwatch.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A violation or a warning in the reader's language. */
@Schema(name = "Violation")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ViolationAnswer(@Nullable Integer index, String field, String code, String message) {

    /** The first thousand. */
    public static List<ViolationAnswer> of(Violations violations, Language language) {
        return violations.first().stream()
                .map(violation -> new ViolationAnswer(
                        violation.index(),
                        violation.field(),
                        violation.code(),
                        violation.message().in(language)))
                .toList();
    }
}
