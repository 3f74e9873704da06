package org.targetwatch.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.targetwatch.web.Paging;

/** Administers accounts. */
@Path("/api/v1/accounts")
@RolesAllowed(Role.ADMINS)
@Tag(name = "accounts", description = "账号 · people's accounts")
public class AccountResource {
    private final AdminActs admin;

    AccountResource(AdminActs admin) {
        this.admin = admin;
    }

    /** @param password the new one; drawn when absent */
    @Schema(name = "PasswordReset")
    public record ResetForm(@Nullable String password) {}

    @GET
    @Operation(summary = "全部账号 · all accounts by name")
    public RestResponse<List<AccountAnswer>> list(
            @QueryParam("size") @Nullable String size,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        Paging paging = Paging.of(size, after);
        List<AccountAnswer> fetched = admin.accounts().stream()
                .filter(account -> after == null || account.name().compareTo(after) > 0)
                .limit(paging.fetchSize())
                .toList();
        return paging.answer(fetched, AccountAnswer::name, uri);
    }

    @POST
    @Operation(
            summary = "新建账号 · create an account",
            description = "Its owner has to change the password, which you know, at the first login.")
    @APIResponseSchema(value = PasswordAnswer.class, responseCode = "201")
    public RestResponse<PasswordAnswer> create(AccountForm form) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, admin.create(form))
                .build();
    }

    @POST
    @Path("/{name}/reset")
    @Operation(
            summary = "重置密码 · give an account another password",
            description = "Ends its sessions; its owner has to change the password at the next login.")
    public PasswordAnswer reset(@PathParam("name") String name, ResetForm form) {
        return admin.reset(name, form.password(), null);
    }

    @PUT
    @Path("/{name}/rights")
    @Operation(
            summary = "更改账号的权限 · give an account other rights",
            description = "All of them anew: role, and region or offices. When this is answered, they hold on every"
                    + " replica. Nobody changes the own ones, and one administrator remains.")
    public AccountAnswer regrant(@PathParam("name") String name, RightsForm form) {
        return admin.regrant(name, form, null);
    }

    @POST
    @Path("/{name}/disable")
    @Operation(
            summary = "停用账号 · let nobody in by an account any more",
            description =
                    "When this is answered, no replica lets it in. Its name stays in the records. One administrator remains.")
    public void disable(@PathParam("name") String name) {
        admin.disable(name);
    }

    @POST
    @Path("/{name}/enable")
    @Operation(summary = "恢复账号 · let an account in again")
    public void enable(@PathParam("name") String name) {
        admin.enable(name);
    }
}
