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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Tokens.Issued;
import org.targetwatch.web.Paging;
import org.targetwatch.web.Parameters;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/** Administers machines' tokens. */
@Path("/api/v1/tokens")
@RolesAllowed(Role.ADMINS)
@Tag(name = "tokens", description = "令牌：程序访问 · machine access")
public class TokenResource {
    private final Tokens tokens;
    private final Places places;
    private final Caller caller;
    private final Clock clock;

    TokenResource(Tokens tokens, Places places, Caller caller, Clock clock) {
        this.tokens = tokens;
        this.places = places;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param name how what it does is recorded; never used twice
     * @param role reporter, reviewer, leader, viewer or admin
     * @param region of a reporter, or of a viewer who sees one region only
     * @param offices of a reviewer
     * @param expires {@code 2021-12-31}: the last day on which it is taken; default: a year from now
     */
    @Schema(name = "NewToken")
    public record TokenForm(
            @Nullable String name,
            @Nullable String role,
            @Nullable String region,
            @Nullable List<@Nullable String> offices,
            @Nullable String expires) {
        GrantForm grant() {
            return new GrantForm(name, role, region, offices);
        }

        Optional<Instant> expiry(Clock clock, Violations violations) {
            LocalDate today = LocalDate.now(clock);
            Optional<LocalDate> last = expires == null ? Optional.of(today.plusYears(1)) : day(expires);
            if (last.filter(day -> !day.isBefore(today)).isEmpty()) {
                Text message = Text.of(
                        "expires 的值“%s”不可用，应写作 2021-12-31，且不早于今天。",
                        "expires has the unusable value '%s'; write it like 2021-12-31, today or later.",
                        Text.shown(String.valueOf(expires)));
                violations.add(new Violation(null, "expires", "E-DATE", message));
            }
            return last.map(day -> day.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
        }

        private static Optional<LocalDate> day(String sent) {
            try {
                return sent.length() == 10 ? Optional.of(LocalDate.parse(sent)) : Optional.empty();
            } catch (DateTimeParseException notADay) {
                return Optional.empty();
            }
        }
    }

    /** @param lastUsedAt to the minute, about; null when it never was */
    @Schema(name = "Token")
    public record TokenAnswer(
            long id,
            String name,
            Role role,
            @Nullable String region,
            List<String> offices,
            Instant createdAt,
            String createdBy,
            Instant expiresAt,
            @Nullable Instant revokedAt,
            @Nullable String revokedBy,
            @Nullable Instant lastUsedAt) {
        static TokenAnswer of(Token token) {
            Grant grant = token.grant();
            return new TokenAnswer(
                    token.id(),
                    token.name(),
                    grant.role(),
                    grant.region(),
                    grant.offices().stream().sorted().toList(),
                    token.createdAt(),
                    token.createdBy(),
                    token.expiresAt(),
                    token.revokedAt(),
                    token.revokedBy(),
                    token.lastUsedAt());
        }
    }

    /** @param token the secret, shown this once: send it as {@code Authorization: Bearer …} */
    @Schema(name = "IssuedToken")
    public record IssuedAnswer(long id, String name, Instant expiresAt, String token) {
        static IssuedAnswer of(Issued issued) {
            Token token = issued.token();
            return new IssuedAnswer(
                    token.id(), token.name(), token.expiresAt(), issued.secret().text());
        }
    }

    @GET
    @Operation(summary = "全部令牌 · all tokens, the oldest first")
    public RestResponse<List<TokenAnswer>> list(
            @QueryParam("size") @Nullable String size,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        Paging paging = Paging.of(size, after);
        int seen = after == null ? 0 : Parameters.number("after", after, 0, Integer.MAX_VALUE);
        List<TokenAnswer> fetched = tokens.all().stream()
                .filter(token -> token.id() > seen)
                .limit(paging.fetchSize())
                .map(TokenAnswer::of)
                .toList();
        return paging.answer(fetched, token -> String.valueOf(token.id()), uri);
    }

    @POST
    @Operation(
            summary = "签发令牌 · issue a token",
            description = "The secret is in this answer and nowhere else; only its hash is stored.")
    @APIResponseSchema(value = IssuedAnswer.class, responseCode = "201")
    public RestResponse<IssuedAnswer> issue(TokenForm form) {
        Violations violations = new Violations();
        String name = form.grant().validName(violations);
        Optional<Grant> grant = form.grant().valid(places, violations);
        Optional<Instant> expiry = form.expiry(clock, violations);
        violations.refuseIfAny();
        Issued issued = tokens.issue(name, grant.orElseThrow(), expiry.orElseThrow(), caller.name());
        return ResponseBuilder.create(RestResponse.Status.CREATED, IssuedAnswer.of(issued))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "撤销令牌 · revoke a token",
            description = "When this is answered, no replica takes it any more. It stays in the list.")
    public void revoke(@PathParam("id") String id) {
        tokens.revoke(Parameters.number("id", id, 0, Integer.MAX_VALUE), caller.name());
    }
}
