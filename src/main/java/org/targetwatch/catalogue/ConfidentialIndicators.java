package org.targetwatch.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import org.targetwatch.audit.Discretion;

/** Administrators read the audit trail, and are not to learn of confidential indicators there. */
@ApplicationScoped
class ConfidentialIndicators implements Discretion {
    private final Catalogue catalogue;

    ConfidentialIndicators(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public boolean withholds(String plan, String indicator) {
        return catalogue
                .plan(plan)
                .flatMap(known -> known.indicator(indicator))
                .filter(known -> !known.confidential())
                .isEmpty();
    }
}
