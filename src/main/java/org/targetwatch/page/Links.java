package org.targetwatch.page;

import org.targetwatch.catalogue.Plan;

/** Addresses of pages of one plan. */
public record Links(Plan plan, boolean named) {

    public String board(String region) {
        return address(region.equals(plan.region()) ? "/" : "/regions/" + region)
                .toString();
    }

    public String indicator(String code, String region) {
        return address("/indicators/" + code)
                .with("region", region.equals(plan.region()) ? null : region)
                .toString();
    }

    /** The plan is named in the address only if it is not the one that is shown anyway. */
    public Address address(String path) {
        return Address.of(path).with("plan", named ? plan.code() : null);
    }
}
