package org.targetwatch.page;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.targetwatch.access.Caller;
import org.targetwatch.web.BusinessDate;
import org.targetwatch.web.Language;

/** What stands around the content of every page: who is here, in which language and light, and where one can go. */
@RequestScoped
@Named("shell")
public class Shell {
    static final String LANGUAGE_COOKIE = "targetwatch-language";
    static final String THEME_COOKIE = "targetwatch-theme";

    private final Caller caller;
    private final HttpHeaders headers;
    private final UriInfo uri;
    private final BusinessDate businessDate;

    Shell(Caller caller, HttpHeaders headers, UriInfo uri, BusinessDate businessDate) {
        this.caller = caller;
        this.headers = headers;
        this.uri = uri;
        this.businessDate = businessDate;
    }

    /** The language chosen on a page before the one that the browser asks for. */
    public Language language() {
        return Language.of(
                cookie(LANGUAGE_COOKIE).orElseGet(() -> headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    /** The language tag of the document. */
    public String tag() {
        return language().tag();
    }

    /** {@code auto} follows the device. */
    public String theme() {
        return cookie(THEME_COOKIE).filter(Theme::isKnown).orElse(Theme.AUTO);
    }

    public List<Theme> themes() {
        return Theme.ALL;
    }

    private Optional<String> cookie(String name) {
        return Optional.ofNullable(headers.getCookies().get(name)).map(Cookie::getValue);
    }

    /** The address of this page within the program. */
    public String here() {
        return uri.getRequestUri().getRawQuery() == null
                ? path()
                : path() + "?" + uri.getRequestUri().getRawQuery();
    }

    public String path() {
        return uri.getRequestUri().getRawPath();
    }

    /**
     * Whether somebody is logged in. Where an address leads nowhere nobody has asked yet, and nobody may on the thread that
     * says so.
     */
    public boolean isKnown() {
        return BlockingOperationControl.isBlockingAllowed() && caller.isKnown();
    }

    public String user() {
        return caller.name();
    }

    public boolean hasPassword() {
        return caller.hasPassword();
    }

    public String role() {
        return Words.of(caller.role()).in(language());
    }

    public String today() {
        return Shown.day(businessDate.today(), language());
    }

    /** The pages that this person can use. */
    public List<Place> places() {
        return isKnown() ? Place.of(caller.role()) : List.of();
    }

    /** The page as the answer to a form. */
    public Response answer(TemplateInstance page) {
        return Response.ok(show(page).render(), "text/html;charset=UTF-8").build();
    }

    /** The page in the reader's language. */
    public TemplateInstance show(TemplateInstance page) {
        return page.setLocale(language().tag());
    }
}
