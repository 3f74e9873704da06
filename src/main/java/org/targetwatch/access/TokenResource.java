package org.targetwatch.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.targetwatch.web.Paging;
import org.targetwatch.web.Parameters;

/** Administers machines' tokens. */
@Path("/api/v1/tokens")
@RolesAllowed(Role.ADMINS)
@Tag(name = "tokens", description = "令牌：程序访问 · machine access")
public class TokenResource {
    private final AdminActs admin;

    TokenResource(AdminActs admin) {
        this.admin = admin;
    }

    @GET
    @Operation(summary = "全部令牌 · all tokens, the oldest first")
    public RestResponse<List<TokenAnswer>> list(
            @QueryParam("size") @Nullable String size,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        Paging paging = Paging.of(size, after);
        int seen = after == null ? 0 : Parameters.number("after", after, 0, Integer.MAX_VALUE);
        List<TokenAnswer> fetched = admin.tokens().stream()
                .filter(token -> token.id() > seen)
                .limit(paging.fetchSize())
                .toList();
        return paging.answer(fetched, token -> String.valueOf(token.id()), uri);
    }

    @POST
    @Operation(
            summary = "签发令牌 · issue a token",
            description = "The secret is in this answer and nowhere else; only its hash is stored.")
    @APIResponseSchema(value = IssuedAnswer.class, responseCode = "201")
    public RestResponse<IssuedAnswer> issue(TokenForm form) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, admin.issue(form))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "撤销令牌 · revoke a token",
            description = "When this is answered, no replica takes it any more. It stays in the list.")
    public void revoke(@PathParam("id") String id) {
        admin.revoke(Parameters.number("id", id, 0, Integer.MAX_VALUE));
    }
}
