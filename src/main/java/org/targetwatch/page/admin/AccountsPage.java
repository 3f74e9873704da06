package org.targetwatch.page.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.AccountForm;
import org.targetwatch.access.AdminActs;
import org.targetwatch.access.PasswordAnswer;
import org.targetwatch.access.Role;
import org.targetwatch.page.Address;
import org.targetwatch.page.Said;
import org.targetwatch.page.Shell;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/**
 * 账号: who may log in, and as what. Whatever leads to a password is answered by the page that shows it, once; sent again by reloading, it does nothing again:
 * a name is never given twice, and an account that has changed since it was seen is not reset.
 */
@Path(AccountsPage.ADDRESS)
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed(Role.ADMINS)
public class AccountsPage {
    static final String ADDRESS = "/admin/accounts";

    private final Shell shell;
    private final AdminActs admin;
    private final AccountsDesk desk;

    AccountsPage(Shell shell, AdminActs admin, AccountsDesk desk) {
        this.shell = shell;
        this.admin = admin;
        this.desk = desk;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance accounts(AccountsView view);

        static native TemplateInstance account(AccountView view);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance all(
            @QueryParam("search") @Nullable String search,
            @QueryParam("role") @Nullable String role,
            @QueryParam("state") @Nullable String state) {
        AccountFilter filter = new AccountFilter(search, role, state);
        return all(filter, "", RightsFields.NONE, Said.NOTHING, null);
    }

    private TemplateInstance all(
            AccountFilter filter, String name, RightsFields rights, Said said, @Nullable SecretView secret) {
        return shell.show(Templates.accounts(desk.all(filter, name, rights, said, secret)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance create(MultivaluedMap<String, String> form) {
        RightsFields rights = RightsFields.of(form);
        String name = Optional.ofNullable(form.getFirst("name")).orElse("").strip();
        AccountFilter all = new AccountFilter(null, null, null);
        try {
            AccountForm asked = new AccountForm(name, rights.role(), rights.region(), rights.offices(), null);
            SecretView secret = secret(admin.create(asked));
            return all(all, "", RightsFields.NONE, done("created"), secret);
        } catch (Problem refusal) {
            return all(all, name, rights, Said.refused(refusal, shell.language()), null);
        }
    }

    @GET
    @Path("/{name}")
    @Operation(hidden = true)
    public TemplateInstance one(@PathParam("name") String name, @QueryParam("done") @Nullable String done) {
        return one(name, done(String.valueOf(done)), null);
    }

    private TemplateInstance one(String name, Said said, @Nullable SecretView secret) {
        return shell.show(Templates.account(desk.one(name, said, secret)));
    }

    @POST
    @Path("/{name}/reset")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response reset(@PathParam("name") String name, @RestForm @Nullable String seen) {
        return answer(name, () -> {
            SecretView secret = secret(admin.reset(name, null, Moments.seen(seen)));
            return shell.answer(one(name, done("reset"), secret));
        });
    }

    @POST
    @Path("/{name}/rights")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response regrant(@PathParam("name") String name, MultivaluedMap<String, String> form) {
        return answer(name, () -> {
            admin.regrant(name, RightsFields.of(form).form(), Moments.seen(form.getFirst("seen")));
            return back(name, "granted");
        });
    }

    @POST
    @Path("/{name}/disable")
    @Operation(hidden = true)
    public Response disable(@PathParam("name") String name) {
        return answer(name, () -> {
            admin.disable(name);
            return back(name, "disabled");
        });
    }

    @POST
    @Path("/{name}/enable")
    @Operation(hidden = true)
    public Response enable(@PathParam("name") String name) {
        return answer(name, () -> {
            admin.enable(name);
            return back(name, "enabled");
        });
    }

    /** A refusal is said where it was asked for. */
    private Response answer(String name, Supplier<Response> act) {
        try {
            return act.get();
        } catch (Problem refusal) {
            return shell.answer(one(name, Said.refused(refusal, shell.language()), null));
        }
    }

    private static Response back(String name, String done) {
        Address address = Address.of(ADDRESS).below(name).with("done", done);
        return Response.seeOther(URI.create(address.toString())).build();
    }

    private static SecretView secret(PasswordAnswer answer) {
        return new SecretView(answer.name(), String.valueOf(answer.password()));
    }

    private Said done(String what) {
        Text notice =
                switch (what) {
                    case "created" -> new Text("账号已建立。", "The account was created.");
                    case "reset" -> new Text("密码已重置，原有登录全部失效。", "The password was reset, and all logins have ended.");
                    case "granted" -> new Text("权限已更改，立即生效。", "The rights were changed and hold from now on.");
                    case "disabled" -> new Text("账号已停用，无法再登录。", "The account was disabled; nobody gets in by it.");
                    case "enabled" -> new Text("账号已恢复。", "The account was enabled again.");
                    default -> null;
                };
        return Said.done(notice, shell.language());
    }
}
