package org.targetwatch.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An OpenID Connect provider on loopback: whoever is sent there comes back at once, as the person that was last named. */
public final class IdentityProviderStub implements AutoCloseable {
    static final String CLIENT = "targetwatch";
    static final String SECRET = "a-secret-of-more-than-thirty-two-letters";

    private static final String KEY = "one";

    private final HttpServer server;
    private final KeyPair keys = keys();
    private final Map<String, String> nonces = new ConcurrentHashMap<>();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private volatile Map<String, Object> person = Map.of();
    private volatile boolean away;

    IdentityProviderStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answer("/.well-known/openid-configuration", this::discovery);
        answer("/keys", exchange -> json(exchange, jwks()));
        answer("/authorize", this::authorize);
        answer("/token", this::token);
        server.start();
    }

    private void answer(String path, Answer answer) {
        server.createContext(path, exchange -> {
            asked.add(path);
            if (away) {
                exchange.sendResponseHeaders(503, -1);
                exchange.close();
            } else {
                answer.to(exchange);
            }
        });
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** By a name that is another site than {@code 127.0.0.1} is for browsers. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The settings of a program that believes this provider. */
    Map<String, String> settings() {
        return Map.of(
                "quarkus.oidc.auth-server-url",
                url(),
                "quarkus.oidc.client-id",
                CLIENT,
                "quarkus.oidc.credentials.secret",
                SECRET,
                "targetwatch.oidc.role-claim",
                "resource_access/targetwatch/roles",
                "targetwatch.oidc.offices-claim",
                "department");
    }

    /** Who logs in here from now on. */
    public void logsIn(Map<String, Object> claims) {
        person = Map.copyOf(claims);
    }

    /** Whether it answers nobody. */
    void setAway(boolean away) {
        this.away = away;
    }

    /** The addresses that were asked since, in order. */
    Queue<String> asked() {
        return asked;
    }

    /** What is signed for a client of ours, and can be changed before it is. */
    JwtClaimsBuilder claims(Map<String, Object> person) {
        JwtClaimsBuilder claims = Jwt.claims()
                .issuer(url())
                .audience(CLIENT)
                .subject(UUID.randomUUID().toString())
                .issuedAt(Instant.now())
                .expiresIn(Duration.ofMinutes(5));
        person.forEach(claims::claim);
        return claims;
    }

    String token(Map<String, Object> person) {
        return signed(claims(person));
    }

    String signed(JwtClaimsBuilder claims) {
        return signed(claims, keys);
    }

    static String signed(JwtClaimsBuilder claims, KeyPair keys) {
        return claims.jws().keyId(KEY).sign(keys.getPrivate());
    }

    private void discovery(HttpExchange exchange) throws IOException {
        json(
                exchange,
                """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys",
                 "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}"""
                        .formatted(url()));
    }

    private String jwks() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return "{\"keys\": [{\"kty\": \"RSA\", \"use\": \"sig\", \"alg\": \"RS256\", \"kid\": \"%s\", \"n\": \"%s\", \"e\": \"%s\"}]}"
                .formatted(
                        KEY,
                        base64(key.getModulus().toByteArray()),
                        base64(key.getPublicExponent().toByteArray()));
    }

    private static String base64(byte[] number) {
        int sign = number[0] == 0 && number.length > 1 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(number, sign, number.length));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> sent = form(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        nonces.put(code, sent.get("nonce"));
        exchange.getResponseHeaders()
                .set("Location", sent.get("redirect_uri") + "?code=" + code + "&state=" + sent.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> sent = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        String id = signed(claims(person).claim("nonce", nonces.remove(sent.get("code"))));
        json(
                exchange,
                "{\"access_token\": \"%s\", \"id_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": 300}"
                        .formatted(id, id));
    }

    private static Map<String, String> form(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String field : text.split("&")) {
            String[] parts = field.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
        }
        return fields;
    }

    private static void json(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
