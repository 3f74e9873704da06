package org.targetwatch.page.review;

import jakarta.ws.rs.core.MultivaluedMap;
import org.jspecify.annotations.Nullable;
import org.targetwatch.page.Address;

/**
 * What a reviewer asks to see, as sent.
 *
 * @param region only this one's; empty for all
 * @param whose {@code all} for figures of other offices, too
 */
record ReviewWish(
        @Nullable String plan,
        @Nullable String period,
        @Nullable String region,
        @Nullable String show,
        @Nullable String whose) {
    static final String ALL = "all";

    static ReviewWish of(MultivaluedMap<String, String> form) {
        return new ReviewWish(
                form.getFirst("plan"),
                form.getFirst("period"),
                form.getFirst("region"),
                form.getFirst("show"),
                form.getFirst("whose"));
    }

    boolean isOfAllRegions() {
        return region == null || region.isEmpty();
    }

    boolean isOfAllOffices() {
        return ALL.equals(whose);
    }

    /** The same view again. */
    Address address() {
        return Address.of("/review")
                .with("plan", plan)
                .with("period", period)
                .with("region", region)
                .with("show", show)
                .with("whose", whose);
    }
}
