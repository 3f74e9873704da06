package org.targetwatch.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem as it is written for programs: {@code application/problem+json}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemAnswer(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable List<ViolationAnswer> violations,
        @Nullable Integer violationsTotal) {
    static final String MEDIA_TYPE = "application/problem+json";

    /** In the language of the request. */
    public static Response of(Problem problem, HttpHeaders request) {
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

    static ProblemAnswer in(Language language, Problem problem, @Nullable String instance) {
        Violations violations = problem.violations();
        return new ProblemAnswer(
                problem.kind().type(),
                problem.kind().title().in(language),
                problem.kind().status(),
                problem.detail().in(language),
                instance,
                violations.isEmpty() ? null : ViolationAnswer.of(violations, language),
                violations.isEmpty() ? null : violations.total());
    }
}
