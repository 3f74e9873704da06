package org.targetwatch.page.slip;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.targetwatch.page.Address;

/** Which slips somebody asks to see, as sent. */
public class SlipWish {
    @QueryParam("plan")
    @Nullable
    String plan;

    @QueryParam("state")
    @Nullable
    String state;

    @QueryParam("office")
    @Nullable
    String office;

    @QueryParam("region")
    @Nullable
    String region;

    @QueryParam("overdue")
    @Nullable
    String overdue;

    boolean isOfAnyOffice() {
        return office == null || office.isEmpty();
    }

    boolean isOfAnyRegion() {
        return region == null || region.isEmpty();
    }

    boolean isOfOverdue() {
        return "true".equals(overdue);
    }

    /** The same list again. */
    Address address() {
        return Address.of("/slips")
                .with("plan", plan)
                .with("state", state)
                .with("office", office)
                .with("region", region)
                .with("overdue", isOfOverdue() ? "true" : null);
    }
}
