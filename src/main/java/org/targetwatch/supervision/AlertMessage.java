package org.targetwatch.supervision;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What Alertmanager posts to a webhook (its form 4); what it says beyond this is not needed here. */
@Schema(name = "AlertmanagerMessage")
@JsonIgnoreProperties(ignoreUnknown = true)
public record AlertMessage(@Nullable String version, @Nullable List<@Nullable Alert> alerts) {

    /**
     * One alert.
     *
     * @param status {@code firing} or {@code resolved}
     * @param labels {@code alertname}, {@code plan}, {@code indicator} and {@code region} say what it is about
     * @param startsAt with {@code fingerprint}, which alert it is: repeated, it is the same; after an end, another
     */
    @Schema(name = "AlertmanagerAlert")
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Alert(
            @Nullable String status,
            @Nullable Map<String, @Nullable String> labels,
            @Nullable Map<String, @Nullable String> annotations,
            @Nullable String startsAt,
            @Nullable String fingerprint) {
        boolean isFiring() {
            return "firing".equals(status);
        }

        boolean isResolved() {
            return "resolved".equals(status);
        }

        String label(String name) {
            return labels == null ? "" : Objects.requireNonNullElse(labels.get(name), "");
        }

        /** Which alert it is; empty where it does not say. */
        Optional<String> id() {
            return fingerprint == null || startsAt == null
                    ? Optional.empty()
                    : Optional.of(label("alertname") + "/" + fingerprint + "@" + startsAt);
        }

        /** The summary, as far as it can be kept. */
        String words(int longest) {
            String summary = annotations == null ? null : annotations.get("summary");
            String words = summary == null ? label("alertname") : summary;
            StringBuilder kept = new StringBuilder();
            words.codePoints()
                    .limit(longest)
                    .filter(character -> !Character.isISOControl(character))
                    .forEach(kept::appendCodePoint);
            return kept.toString();
        }
    }

    /**
     * By plan: whoever takes them waits for one plan after the other, and two messages about the same plans never for each
     * other.
     */
    List<Alert> present() {
        return alerts == null
                ? List.of()
                : alerts.stream()
                        .filter(Objects::nonNull)
                        .sorted(Comparator.comparing(alert -> alert.label("plan")))
                        .toList();
    }
}
