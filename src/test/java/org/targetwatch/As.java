package org.targetwatch;

import static java.util.stream.Collectors.joining;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Who asks. A request that does not say so is sent by whoever has the right to make it: an administrator for what only they may do, otherwise a reviewer who
 * works for every office. Everybody has a token that the administrator has issued over HTTP.
 */
public final class As implements Filter, QuarkusTestBeforeEachCallback {
    /** The name in the records of what tests do without saying as whom. */
    public static final String OFFICE = "office";

    private static final String ADMINISTRATORS =
            ".*(/rollover|/imports|/export|/audit\\b.*|/accounts\\b.*|/tokens\\b.*)$";
    private static final String ADMIN = "{\"role\": \"admin\"}";

    private static final Map<String, Server> SERVERS = new ConcurrentHashMap<>();

    /** A running server, and the tokens that were issued there. */
    private record Server(String url, String adminPassword, String suffix, Map<String, String> tokens) {
        Server(String url, String adminPassword, String suffix) {
            this(url, adminPassword, suffix, new ConcurrentHashMap<>());
        }

        String token(String grant) {
            return tokens.computeIfAbsent(grant, this::issue);
        }

        private String issue(String grant) {
            String role = JsonPath.from(grant).getString("role");
            return issue(grant, role + "-" + UUID.randomUUID());
        }

        String office() {
            return tokens.computeIfAbsent(
                    OFFICE,
                    key -> issue("{\"role\": \"reviewer\", \"offices\": [" + offices() + "]}", OFFICE + suffix));
        }

        /** A browser's session of somebody who works for every office. */
        String session() {
            return tokens.computeIfAbsent("session", key -> logIn("desk" + suffix));
        }

        private String logIn(String name) {
            String first = UUID.randomUUID().toString();
            String password = UUID.randomUUID().toString();
            admin().contentType(ContentType.JSON)
                    .body("{\"name\": \"%s\", \"password\": \"%s\", \"role\": \"reviewer\", \"offices\": [%s]}"
                            .formatted(name, first, offices()))
                    .post(url + "/api/v1/accounts")
                    .then()
                    .statusCode(201);
            RestAssured.given()
                    .noFilters()
                    .auth()
                    .preemptive()
                    .basic(name, first)
                    .contentType(ContentType.JSON)
                    .body("{\"current\": \"%s\", \"password\": \"%s\"}".formatted(first, password))
                    .put(url + "/api/v1/me/password")
                    .then()
                    .statusCode(204);
            return RestAssured.given()
                    .noFilters()
                    .redirects()
                    .follow(false)
                    .header("Origin", url)
                    .formParam("name", name)
                    .formParam("password", password)
                    .post(url + "/login")
                    .then()
                    .statusCode(303)
                    .extract()
                    .cookie("targetwatch");
        }

        private String offices() {
            List<String> plans = admin().get(url + "/api/v1/plans").jsonPath().getList("code");
            String plan = plans.contains("leshan-2020") ? "leshan-2020" : plans.get(0);
            JsonPath items = admin().get(url + "/api/v1/plans/" + plan + "/work-items?size=1000")
                    .jsonPath();
            return Stream.of("leadOffices", "responsibleOffices")
                    .flatMap(field -> items.<List<String>>getList(field).stream())
                    .flatMap(List::stream)
                    .distinct()
                    .map(office -> '"' + office + '"')
                    .collect(joining(", "));
        }

        private RequestSpecification admin() {
            return RestAssured.given().noFilters().auth().preemptive().basic("admin", adminPassword);
        }

        private String issue(String grant, String name) {
            return admin().contentType(ContentType.JSON)
                    .body("{\"name\": \"" + name + "\", " + grant.substring(1))
                    .post(url + "/api/v1/tokens")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("token");
        }
    }

    /** Lets tests ask the program at {@code url} without saying as whom. */
    static void ask(String url, String adminPassword) {
        SERVERS.put(origin(URI.create(url)), new Server(url, adminPassword, "-" + UUID.randomUUID()));
        RestAssured.replaceFiltersWith(new As());
    }

    /** The same through a proxy that leads to the program at {@code url}. */
    public static void askThrough(String proxy, String url) {
        SERVERS.put(origin(URI.create(proxy)), server(origin(URI.create(url))));
    }

    /** The program at {@code url} has ended: whoever listens there next is not asked with its tokens. */
    static void forget(String url) {
        SERVERS.values().removeIf(server -> server.url().equals(url));
    }

    public static RequestSpecification reporter(String region) {
        return as("{\"role\": \"reporter\", \"region\": \"" + region + "\"}");
    }

    public static RequestSpecification reviewer(String... offices) {
        String names = Stream.of(offices).map(office -> '"' + office + '"').collect(joining(", "));
        return as("{\"role\": \"reviewer\", \"offices\": [" + names + "]}");
    }

    public static RequestSpecification leader() {
        return as("{\"role\": \"leader\"}");
    }

    public static RequestSpecification viewer() {
        return as("{\"role\": \"viewer\"}");
    }

    public static RequestSpecification viewer(String region) {
        return as("{\"role\": \"viewer\", \"region\": \"" + region + "\"}");
    }

    public static RequestSpecification admin() {
        return as(ADMIN);
    }

    /** Without any login. */
    public static RequestSpecification nobody() {
        return RestAssured.given().noFilters();
    }

    public static RequestSpecification bearer(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token);
    }

    private static RequestSpecification as(String grant) {
        return bearer(token(grant));
    }

    /** A token of the test's own server for such rights. */
    public static String token(String grant) {
        return server(own()).token(grant);
    }

    /** The header {@code Authorization} of whoever may make such a request, for clients of another kind. */
    public static String authorization(URI address) {
        Server server = server(origin(address));
        return "Bearer " + (address.getPath().matches(ADMINISTRATORS) ? server.token(ADMIN) : server.office());
    }

    /** The cookie of a browser in which somebody who works for every office has logged in. */
    public static String session(URI address) {
        return server(origin(address)).session();
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification answer, FilterContext context) {
        URI address = URI.create(request.getURI());
        boolean isOurs = SERVERS.containsKey(origin(address)) || origin(address).equals(own());
        if (isOurs && !request.getHeaders().hasHeaderWithName("Authorization")) {
            request.header("Authorization", authorization(address));
        }
        return context.next(request, answer);
    }

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith(this);
    }

    /** Where the server of a {@code @QuarkusTest} is; empty in tests that have none. */
    private static String own() {
        return RestAssured.port < 0 ? "" : origin(URI.create(RestAssured.baseURI + ":" + RestAssured.port));
    }

    private static Server server(String origin) {
        Server program = SERVERS.get(origin);
        return program == null
                ? SERVERS.computeIfAbsent(origin + "#" + System.identityHashCode(Arc.container()), key -> of(origin))
                : program;
    }

    private static Server of(String origin) {
        String password = ConfigProvider.getConfig().getValue("targetwatch.admin-password", String.class);
        return new Server("http://" + origin, password, "");
    }

    private static String origin(URI address) {
        return address.getHost().replace("localhost", "127.0.0.1") + ":" + address.getPort();
    }
}
