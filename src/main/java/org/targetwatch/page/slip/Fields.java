package org.targetwatch.page.slip;

import static java.util.stream.Collectors.toMap;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was typed into a form. */
final class Fields {
    private Fields() {}

    /** A field that is left empty was not filled in. */
    static @Nullable String sent(MultivaluedMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name))
                .filter(text -> !text.isBlank())
                .orElse(null);
    }

    static Map<String, String> of(MultivaluedMap<String, String> form) {
        return form.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, field -> field.getValue().get(0)));
    }
}
