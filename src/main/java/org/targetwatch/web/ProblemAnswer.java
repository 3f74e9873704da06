package org.targetwatch.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem as it is written: {@code application/problem+json}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProblemAnswer(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable List<Entry> violations,
        @Nullable Integer violationsTotal) {
    static final String MEDIA_TYPE = "application/problem+json";

    /** One violation in the reader's language. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Entry(@Nullable Integer index, String field, String code, String message) {
        static Entry of(Violation violation, Language language) {
            return new Entry(
                    violation.index(),
                    violation.field(),
                    violation.code(),
                    violation.message().in(language));
        }
    }

    static Response of(Problem problem, HttpHeaders request) {
        return of(problem, null, request);
    }

    /** {@code instance} names this one occurrence, so that the log can be searched for it. */
    static Response of(Problem problem, @Nullable String instance, HttpHeaders request) {
        Language language = Language.of(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return Response.status(problem.kind().status())
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .entity(in(language, problem, instance))
                .build();
    }

    private static ProblemAnswer in(Language language, Problem problem, @Nullable String instance) {
        Violations violations = problem.violations();
        List<Entry> entries = violations.first().stream()
                .map(violation -> Entry.of(violation, language))
                .toList();
        return new ProblemAnswer(
                problem.kind().type(),
                problem.kind().title().in(language),
                problem.kind().status(),
                problem.detail().in(language),
                instance,
                violations.isEmpty() ? null : entries,
                violations.isEmpty() ? null : violations.total());
    }
}
