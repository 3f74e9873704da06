package org.targetwatch.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import org.targetwatch.access.Places;

/** The regions and offices of all plans. */
@ApplicationScoped
class CataloguePlaces implements Places {
    private final Catalogue catalogue;

    CataloguePlaces(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public boolean hasRegion(String code) {
        return catalogue.regions().stream().anyMatch(region -> region.code().equals(code));
    }

    @Override
    public Set<String> offices() {
        return catalogue.plans().stream()
                .flatMap(plan -> plan.workItems().stream())
                .flatMap(item -> item.offices().stream())
                .collect(Collectors.toSet());
    }
}
