package org.targetwatch.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Coded;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/**
 * Makes people of ours of those whom the bureau's identity provider vouches for. Their rights are what its claims say, and nothing else: a claim that
 * says nothing usable is told, and gives none.
 */
@ApplicationScoped
class ProviderPeople implements SecurityIdentityAugmentor {
    /** No account can have such a name: who is recorded by it came from the provider. */
    private static final String PREFIX = "oidc:";

    private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{0,127}";

    private final ClaimNames names;
    private final Places places;

    ProviderPeople(ClaimNames names, Places places) {
        this.names = names;
        this.places = places;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? context.runBlocking(() -> identity(Claims.of(token)))
                : Uni.createFrom().item(identity);
    }

    private SecurityIdentity identity(Claims claims) {
        try {
            return Identities.of(who(claims));
        } catch (Problem refusal) {
            return Identities.refused(refusal);
        }
    }

    /** @throws Problem that names every claim which does not say what it should, what it says, and what is expected */
    Who who(Claims claims) {
        List<String> known = claims.texts(names.nameClaim());
        List<String> roles = claims.texts(names.roleClaim()).stream()
                .filter(text -> Coded.parse(Role.class, text).isPresent())
                .distinct()
                .toList();
        boolean isReviewer = roles.equals(List.of(Role.REVIEWERS));
        GrantForm form = new GrantForm(
                null,
                roles.size() == 1 ? roles.get(0) : null,
                joined(claims.texts(names.regionClaim())),
                isReviewer ? new ArrayList<>(claims.texts(names.officesClaim())) : null);
        Violations violations = new Violations();
        if (known.size() != 1 || !known.get(0).matches(NAME)) {
            violations.add(wrong(
                    "name",
                    new Text(
                            "应为一个姓名或账号：1 到 128 个字母、汉字、数字或 . _ @ + -。",
                            "one name of 1 to 128 letters, digits or . _ @ + - is expected.")));
        }
        if (roles.equals(List.of(Role.VIEWERS)) && form.region() == null) {
            violations.add(wrong(
                    "region",
                    new Text(
                            "查阅人须有填报单位代码；查阅全市填市级代码。",
                            "a viewer has the code of a region here; the city's shows everything.")));
        }
        Optional<Grant> grant = form.valid(places, violations);
        if (!violations.isEmpty()) {
            throw refusal(claims, violations);
        }
        return new Who(PREFIX + known.get(0), grant.orElseThrow(), false);
    }

    private static @Nullable String joined(List<String> texts) {
        return texts.isEmpty() ? null : String.join("、", texts);
    }

    private static Violation wrong(String field, Text message) {
        return new Violation(null, field, "E-CLAIM", message);
    }

    private Problem refusal(Claims claims, Violations wrong) {
        Violations told = new Violations();
        wrong.first().stream().map(violation -> told(claims, violation)).forEach(told::add);
        return Problem.of(
                Problem.Kind.FORBIDDEN,
                told.first().stream()
                        .map(Violation::message)
                        .reduce(
                                new Text(
                                        "统一身份认证没有给您可用的权限，请联系其管理员。",
                                        "The identity provider gives you no usable rights here; ask its administrator."),
                                (one, other) -> Text.of("%s%s", "%s %s", one, other)),
                told);
    }

    private Violation told(Claims claims, Violation wrong) {
        String claim = claim(wrong.field());
        String found = joined(claims.texts(claim));
        return wrong(
                claim,
                Text.of(
                        "声明 %s 的值为%s：%s",
                        "Claim %s is %s: %s",
                        claim,
                        found == null ? new Text("空", "empty") : Text.of("“%s”", "'%s'", Text.shown(found)),
                        wrong.message()));
    }

    private String claim(String field) {
        return switch (field) {
            case "name" -> names.nameClaim();
            case "role" -> names.roleClaim();
            case "region" -> names.regionClaim();
            default -> names.officesClaim();
        };
    }
}
