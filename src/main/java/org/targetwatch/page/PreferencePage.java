package org.targetwatch.page;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.targetwatch.web.Language;

/** Keeps in the browser in which language and light somebody reads. */
@Path("/preferences")
public class PreferencePage {
    private static final int A_YEAR = (int) Duration.ofDays(365).toSeconds();

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response keep(
            @FormParam("language") @Nullable String language,
            @FormParam("theme") @Nullable String theme,
            @FormParam("back") @Nullable String back,
            @Context UriInfo uri) {
        boolean secure = "https".equals(uri.getRequestUri().getScheme());
        Response.ResponseBuilder answer = Response.seeOther(local(back));
        if (Arrays.stream(Language.values()).anyMatch(known -> known.tag().equals(language))) {
            answer.cookie(cookie(Shell.LANGUAGE_COOKIE, language, secure));
        }
        if (theme != null && Theme.isKnown(theme)) {
            answer.cookie(cookie(Shell.THEME_COOKIE, theme, secure));
        }
        return answer.build();
    }

    private static NewCookie cookie(String name, String value, boolean secure) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(A_YEAR)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    /** Back to a page of ours only: nobody is led away by a link that looks like one of ours. */
    private static URI local(@Nullable String back) {
        boolean ours = back != null && back.matches("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");
        return URI.create(ours ? back : "/");
    }
}
