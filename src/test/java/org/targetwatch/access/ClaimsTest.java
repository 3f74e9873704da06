package org.targetwatch.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    private static final String TOKEN =
            """
            {"role": "leader", "region": 511102, "https://id.example/role": "viewer", "offices": ["基教科", "", {"name": "x"}, "计财科"],
             "resource_access": {"targetwatch": {"roles": ["reporter"]}}, "nothing": null, "object": {"a": "b"}}""";

    private static Claims claims() {
        try {
            return Claims.of(TOKEN);
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    @Test
    void claim_ofOneValueOrSeveral_isTexts() {
        assertThat(claims().texts("role")).containsExactly("leader");
        assertThat(claims().texts("region")).containsExactly("511102");
        assertThat(claims().texts("offices")).containsExactly("基教科", "计财科");
    }

    @Test
    void claim_withinOthers_isReachedByItsPath_butItsOwnNameComesFirst() {
        assertThat(claims().texts("resource_access/targetwatch/roles")).containsExactly("reporter");
        assertThat(claims().texts("https://id.example/role")).containsExactly("viewer");
    }

    @Test
    void claim_missingOrSomethingElse_isNoText() {
        assertThat(claims().texts("missing")).isEmpty();
        assertThat(claims().texts("nothing")).isEmpty();
        assertThat(claims().texts("object")).isEmpty();
        assertThat(claims().texts("role/of/nobody")).isEmpty();
    }
}
