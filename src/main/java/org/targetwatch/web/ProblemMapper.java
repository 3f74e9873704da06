package org.targetwatch.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.CharConversionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where exceptions become HTTP. What is not meant for clients is a 500 that says nothing about us. */
public final class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @ServerExceptionMapper
    public Response refused(Problem problem, HttpHeaders request) {
        return ProblemAnswer.of(problem, request);
    }

    @ServerExceptionMapper({JacksonException.class, MismatchedInputException.class})
    public Response unreadable(JacksonException exception, HttpHeaders request, UriInfo uri) {
        if (exception.getCause() instanceof Problem problem) {
            return refused(problem, request);
        }
        return exception instanceof InvalidDefinitionException
                ? unexpected(exception, request, uri)
                : ProblemAnswer.of(Malformed.of(exception), request);
    }

    @ServerExceptionMapper
    public Response unreadable(CharConversionException exception, HttpHeaders request) {
        return ProblemAnswer.of(Malformed.ofBytes(), request);
    }

    /** What the framework itself refuses: unknown paths, methods, media types, bodies. */
    @ServerExceptionMapper
    public Response byFramework(WebApplicationException exception, HttpHeaders request, UriInfo uri) {
        if (exception.getCause() instanceof JacksonException cause) {
            return unreadable(cause, request, uri);
        }
        int status = exception.getResponse().getStatus();
        return status < 500
                ? ProblemAnswer.of(FrameworkProblem.of(status, request::getHeaderString, uri.getPath()), request)
                : unexpected(exception, request, uri);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable exception, HttpHeaders request, UriInfo uri) {
        LOG.errorf(exception, "Request failed: %s", uri.getPath());
        return ProblemAnswer.of(Unexpected.of(exception), "urn:targetwatch:request:" + RequestNames.current(), request);
    }
}
