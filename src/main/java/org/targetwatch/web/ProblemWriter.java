package org.targetwatch.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

/** Answers requests that are refused before a resource is asked, in the form in which resources refuse. */
@Singleton
public class ProblemWriter {
    private final ObjectMapper json;

    ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    /** Ends the answer. What fails very early has not met those who add headers. */
    public void answer(RoutingContext request, Problem problem) {
        SafeHeaders.promise(request);
        Language language = Language.of(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        request.response()
                .setStatusCode(problem.kind().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemAnswer.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .end(Buffer.buffer(bytes(ProblemAnswer.in(language, problem, null))));
    }

    private byte[] bytes(ProblemAnswer answer) {
        try {
            return json.writeValueAsBytes(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A problem can always be written", impossible);
        }
    }
}
