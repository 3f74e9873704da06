package org.targetwatch.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.targetwatch.web.Paging;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violations;

/** Administers accounts. */
@Path("/api/v1/accounts")
@RolesAllowed(Role.ADMINS)
@Tag(name = "accounts", description = "账号 · people's accounts")
public class AccountResource {
    private final Accounts accounts;
    private final Places places;
    private final Caller caller;

    AccountResource(Accounts accounts, Places places, Caller caller) {
        this.accounts = accounts;
        this.places = places;
        this.caller = caller;
    }

    /**
     * @param role reporter, reviewer, leader, viewer or admin
     * @param region of a reporter, or of a viewer who sees one region only
     * @param offices of a reviewer
     * @param password the first one; drawn when absent
     */
    @Schema(name = "NewAccount")
    public record AccountForm(
            @Nullable String name,
            @Nullable String role,
            @Nullable String region,
            @Nullable List<@Nullable String> offices,
            @Nullable String password) {
        GrantForm grant() {
            return new GrantForm(name, role, region, offices);
        }
    }

    /** @param password the new one; drawn when absent */
    @Schema(name = "PasswordReset")
    public record ResetForm(@Nullable String password) {}

    /** @param mustChangePassword whether all it may do is to choose another password */
    @Schema(name = "Account")
    public record AccountAnswer(
            String name,
            Role role,
            @Nullable String region,
            List<String> offices,
            boolean disabled,
            boolean mustChangePassword,
            Instant createdAt,
            String createdBy,
            Instant changedAt,
            String changedBy) {
        static AccountAnswer of(Account account) {
            Grant grant = account.grant();
            return new AccountAnswer(
                    account.name(),
                    grant.role(),
                    grant.region(),
                    grant.offices().stream().sorted().toList(),
                    account.disabled(),
                    account.mustChange(),
                    account.createdAt(),
                    account.createdBy(),
                    account.changedAt(),
                    account.changedBy());
        }
    }

    /** @param password the drawn one, shown this once; null when it was sent */
    @Schema(name = "AccountPassword")
    public record PasswordAnswer(String name, @Nullable String password) {}

    @GET
    @Operation(summary = "全部账号 · all accounts by name")
    public RestResponse<List<AccountAnswer>> list(
            @QueryParam("size") @Nullable String size,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        Paging paging = Paging.of(size, after);
        List<AccountAnswer> fetched = accounts.all().stream()
                .filter(account -> after == null || account.name().compareTo(after) > 0)
                .limit(paging.fetchSize())
                .map(AccountAnswer::of)
                .toList();
        return paging.answer(fetched, AccountAnswer::name, uri);
    }

    @POST
    @Operation(
            summary = "新建账号 · create an account",
            description = "Its owner has to change the password, which you know, at the first login.")
    @APIResponseSchema(value = PasswordAnswer.class, responseCode = "201")
    public RestResponse<PasswordAnswer> create(AccountForm form) {
        Violations violations = new Violations();
        String name = form.grant().validName(violations);
        Optional<Grant> grant = form.grant().valid(places, violations);
        violations.refuseIfAny();
        PasswordAnswer answer = answer(name, form.password());
        accounts.act(
                caller.name(), acts -> acts.create(name, grant.orElseThrow(), chosen(answer, form.password()), true));
        return ResponseBuilder.create(RestResponse.Status.CREATED, answer).build();
    }

    @POST
    @Path("/{name}/reset")
    @Operation(
            summary = "重置密码 · give an account another password",
            description = "Ends its sessions; its owner has to change the password at the next login.")
    public PasswordAnswer reset(@PathParam("name") String name, ResetForm form) {
        PasswordAnswer answer = answer(name, form.password());
        accounts.act(caller.name(), acts -> {
            acts.reset(name, chosen(answer, form.password()));
            return answer;
        });
        accounts.awaitEverywhere();
        return answer;
    }

    @POST
    @Path("/{name}/disable")
    @Operation(
            summary = "停用账号 · let nobody in by an account any more",
            description = "When this is answered, no replica lets it in. Its name stays in the records.")
    public void disable(@PathParam("name") String name) {
        if (name.equals(caller.name())) {
            throw Problem.conflict(new Text("不能停用自己的账号。", "You cannot disable your own account."));
        }
        setDisabled(name, true);
        accounts.awaitEverywhere();
    }

    @POST
    @Path("/{name}/enable")
    @Operation(summary = "恢复账号 · let an account in again")
    public void enable(@PathParam("name") String name) {
        setDisabled(name, false);
    }

    private void setDisabled(String name, boolean disabled) {
        accounts.act(caller.name(), acts -> {
            acts.setDisabled(name, disabled);
            return disabled;
        });
    }

    private static PasswordAnswer answer(String name, @Nullable String sent) {
        return new PasswordAnswer(name, sent == null ? Passwords.random() : null);
    }

    private static String chosen(PasswordAnswer answer, @Nullable String sent) {
        return answer.password() == null ? String.valueOf(sent) : answer.password();
    }
}
