package org.targetwatch.page.admin;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Places;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Region;
import org.targetwatch.page.Option;
import org.targetwatch.page.Words;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/** The names of what rights are made of: roles, regions and offices. */
@ApplicationScoped
class RightsWords {
    private final CallersPlans plans;
    private final Places places;

    RightsWords(CallersPlans plans, Places places) {
        this.plans = plans;
        this.places = places;
    }

    RightsView fields(RightsFields chosen, Language language) {
        return new RightsView(
                Stream.of(Role.values())
                        .map(role -> new Option(role.code(), Words.of(role).in(language), chosen.isOf(role)))
                        .toList(),
                regions().entrySet().stream()
                        .map(region -> new Option(
                                region.getKey(),
                                region.getKey() + " " + region.getValue().in(language),
                                region.getKey().equals(chosen.region())))
                        .toList(),
                places.offices().stream()
                        .sorted()
                        .map(office ->
                                new Option(office, office, chosen.offices().contains(office)))
                        .toList());
    }

    /** Where somebody's rights reach: a region, offices, or nothing in particular. */
    String reach(@Nullable String region, List<String> offices, Language language) {
        return region == null
                ? String.join("、", offices)
                : (region + " " + name(region).in(language)).strip();
    }

    /** A region that no plan has any more has no name. */
    private Text name(String region) {
        return plans.all().stream()
                .flatMap(plan -> plan.regions().find(region).stream())
                .findFirst()
                .map(RightsWords::name)
                .orElse(new Text("", ""));
    }

    private static Text name(Region region) {
        return new Text(region.name(), region.english());
    }

    private Map<String, Text> regions() {
        return plans.all().stream()
                .flatMap(plan -> plan.regions().all().stream())
                .collect(toMap(Region::code, RightsWords::name, (earlier, later) -> later, TreeMap::new));
    }
}
