package org.targetwatch.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.targetwatch.access.Caller;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.Catalogue.Edition;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violations;

/**
 * The plans as whoever is asking may know them. A resource takes its plan from here and looks everything up in it: then nothing it answers can hold what
 * the caller may not know of.
 */
@ApplicationScoped
public class CallersPlans {
    /** The code of a violation: the row is somebody else's business. */
    public static final String NOT_YOURS = "E-NOT-YOURS";

    private final Catalogue catalogue;
    private final Caller caller;

    CallersPlans(Catalogue catalogue, Caller caller) {
        this.catalogue = catalogue;
        this.caller = caller;
    }

    /** All that concern the caller, in code order. */
    public List<Plan> all() {
        return editions().stream().map(Edition::plan).toList();
    }

    /** Answers 404 where there is no such plan, 403 where the caller's region has nothing to do with it. */
    public Plan require(String code) {
        return requireEdition(code).plan();
    }

    /** The caller's view of a plan that was found otherwise, such as in an earlier version. */
    public Plan seen(Plan plan) {
        String scope = scope(plan)
                .orElseThrow(() -> Problem.forbidden(
                        Text.of("工作要点 %s 与您的填报单位无关。", "Plan %s does not concern your region.", plan.code())));
        return plan.seenFrom(scope, indicator -> knows(plan, indicator));
    }

    private Optional<String> scope(Plan plan) {
        String own = caller.region().orElse(plan.region());
        if (plan.regions().isWithin(plan.region(), own)) {
            return Optional.of(plan.region());
        }
        return Optional.of(own).filter(region -> plan.regions().isWithin(region, plan.region()));
    }

    private boolean knows(Plan plan, Indicator indicator) {
        return !indicator.confidential() || caller.knowsConfidential(plan.offices(indicator));
    }

    Edition requireEdition(String code) {
        return seen(catalogue.requireEdition(code));
    }

    /** All that concern the caller, in code order, with their versions. */
    public List<Edition> editions() {
        return catalogue.editions().stream()
                .filter(edition -> scope(edition.plan()).isPresent())
                .map(this::seen)
                .toList();
    }

    Edition seen(Edition edition) {
        return new Edition(seen(edition.plan()), edition.version(), edition.recordedAt());
    }

    /** Whether an indicator is the caller's business: a reviewer decides about those of the own offices only. */
    public boolean decides(Plan plan, Indicator indicator) {
        return decides(plan.offices(indicator));
    }

    private boolean decides(Collection<String> offices) {
        return caller.role() != Role.REVIEWER || caller.worksFor(offices);
    }

    /** Answers 403 where the indicator is other offices' business. */
    public Indicator requireOwn(Plan plan, Indicator indicator) {
        requireOwn(plan.offices(indicator));
        return indicator;
    }

    /** Answers 403 where what {@code offices} answer for is not the caller's business. */
    public void requireOwn(Collection<String> offices) {
        if (!decides(offices)) {
            throw Problem.forbidden(notYours(offices));
        }
    }

    private static Text notYours(Collection<String> offices) {
        return Text.of("此项由 %s 负责，您不能处理。", "This is the business of %s, not yours.", String.join("、", offices));
    }

    /** Why an indicator is not somebody's business: it is other offices'. */
    public static Text notYours(Plan plan, Indicator indicator) {
        return notYours(plan.offices(indicator));
    }

    /** Answers 403 for content that is refused for no other reason. */
    public static void refuseNotYours(Violations violations) {
        if (violations.areAll(NOT_YOURS)) {
            throw Problem.of(
                    Problem.Kind.FORBIDDEN,
                    new Text("超出您的权限，未保存任何内容。", "This is not your business; nothing was stored."),
                    violations);
        }
    }
}
