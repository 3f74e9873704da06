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
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.AdminActs;
import org.targetwatch.access.IssuedAnswer;
import org.targetwatch.access.Role;
import org.targetwatch.access.TokenAnswer;
import org.targetwatch.access.TokenForm;
import org.targetwatch.page.Said;
import org.targetwatch.page.Shell;
import org.targetwatch.web.Parameters;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/**
 * 令牌: what programs log in with. The page that answers an issue shows the secret, once; sent again by reloading, it issues nothing again, for a name is never
 * given twice.
 */
@Path(TokensPage.ADDRESS)
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed(Role.ADMINS)
public class TokensPage {
    static final String ADDRESS = "/admin/tokens";

    /** Of those that are not taken any more. */
    private static final int MOST_SHOWN = 100;

    private final Shell shell;
    private final AdminActs admin;
    private final RightsWords words;
    private final Clock clock;

    TokensPage(Shell shell, AdminActs admin, RightsWords words, Clock clock) {
        this.shell = shell;
        this.admin = admin;
        this.words = words;
        this.clock = clock;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance tokens(TokensView view);

        static native TemplateInstance token(TokenLine line, Said said);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance all(@QueryParam("done") @Nullable String done) {
        Text notice = "revoked".equals(done)
                ? new Text("令牌已撤销，所有服务器均不再接受。", "The token was revoked; no server takes it any more.")
                : null;
        return all(Wish.none(clock), Said.done(notice, shell.language()), null);
    }

    /** What was typed into the form. */
    private record Wish(String name, String expires, RightsFields rights) {
        static Wish none(Clock clock) {
            return new Wish("", LocalDate.now(clock).plusYears(1).toString(), RightsFields.NONE);
        }

        static Wish of(MultivaluedMap<String, String> form) {
            return new Wish(
                    Optional.ofNullable(form.getFirst("name")).orElse("").strip(),
                    String.valueOf(form.getFirst("expires")),
                    RightsFields.of(form));
        }

        TokenForm form() {
            return new TokenForm(name, rights.role(), rights.region(), rights.offices(), expires);
        }
    }

    private TemplateInstance all(Wish wish, Said said, @Nullable SecretView secret) {
        List<TokenAnswer> newestFirst = new ArrayList<>(admin.tokens());
        Collections.reverse(newestFirst);
        List<TokenLine> lines = newestFirst.stream().map(this::line).toList();
        List<TokenLine> ended = lines.stream().filter(line -> !line.valid()).toList();
        return shell.show(Templates.tokens(new TokensView(
                lines.stream().filter(TokenLine::valid).toList(),
                ended.stream().limit(MOST_SHOWN).toList(),
                Math.max(0, ended.size() - MOST_SHOWN),
                wish.name(),
                LocalDate.now(clock).toString(),
                wish.expires(),
                words.fields(wish.rights(), shell.language()),
                said,
                secret)));
    }

    private TokenLine line(TokenAnswer token) {
        String reach = words.reach(token.region(), token.offices(), shell.language());
        return TokenLine.of(token, reach, clock, shell.language());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance issue(MultivaluedMap<String, String> form) {
        Wish wish = Wish.of(form);
        try {
            IssuedAnswer issued = admin.issue(wish.form());
            Said said = Said.done(new Text("令牌已签发。", "The token was issued."), shell.language());
            return all(Wish.none(clock), said, new SecretView(issued.name(), issued.token()));
        } catch (Problem refusal) {
            return all(wish, Said.refused(refusal, shell.language()), null);
        }
    }

    /** Asks whether to revoke it. */
    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public TemplateInstance one(@PathParam("id") String id) {
        return one(number(id), Said.NOTHING);
    }

    private TemplateInstance one(long id, Said said) {
        TokenAnswer token = admin.tokens().stream()
                .filter(known -> known.id() == id)
                .findFirst()
                .orElseThrow(() -> Problem.notFound(Text.of("没有令牌 %s。", "There is no token %s.", id)));
        return shell.show(Templates.token(line(token), said));
    }

    @POST
    @Path("/{id}/revoke")
    @Operation(hidden = true)
    public Response revoke(@PathParam("id") String id) {
        try {
            admin.revoke(number(id));
            return Response.seeOther(URI.create(ADDRESS + "?done=revoked")).build();
        } catch (Problem refusal) {
            return shell.answer(one(number(id), Said.refused(refusal, shell.language())));
        }
    }

    private static int number(String id) {
        return Parameters.number("id", id, 0, Integer.MAX_VALUE);
    }
}
