package org.targetwatch.access;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who is asking, and their own password: open to everybody who is known, also to whoever has to change the password first. */
@Path("/api/v1/me")
@RolesAllowed({Role.EVERYBODY, Role.CHANGING_PASSWORD})
@Tag(name = "accounts")
public class MeResource {
    private final PasswordChanges changes;
    private final Caller caller;

    MeResource(PasswordChanges changes, Caller caller) {
        this.changes = changes;
        this.caller = caller;
    }

    /** @param mustChangePassword whether all that is open is to choose another password */
    @Schema(name = "Me")
    public record MeAnswer(
            String name, Role role, @Nullable String region, List<String> offices, boolean mustChangePassword) {}

    /** @param password at least 12 characters, at most 72 bytes */
    @Schema(name = "NewPassword")
    public record PasswordForm(@Nullable String current, @Nullable String password) {}

    @GET
    @Operation(summary = "当前登录者及其权限 · who you are and what you may do")
    public MeAnswer me() {
        return new MeAnswer(
                caller.name(),
                caller.role(),
                caller.region().orElse(null),
                caller.offices().stream().sorted().toList(),
                caller.mustChangePassword());
    }

    @PUT
    @Path("/password")
    @Operation(
            summary = "修改自己的密码 · choose another password",
            description = "Ends all sessions of the account. Tokens have no password.")
    public void change(PasswordForm form, HttpServerRequest request) {
        changes.change(caller.name(), form.current(), form.password(), Address.of(request));
    }
}
