package org.targetwatch.catalogue;

import java.util.List;
import java.util.Optional;
import org.targetwatch.catalogue.Mistakes.Mistake;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/** Whether versions of a plan that come from elsewhere can be kept: each must be readable here, and be of that plan. */
record VersionCheck(String code, int dueDay) {

    void refuseUnreadable(List<PlanVersion> versions) {
        Violations violations = new Violations();
        for (int index = 0; index < versions.size(); index++) {
            check(index, versions.get(index), violations);
        }
        violations.refuseIfAny();
    }

    private void check(int index, PlanVersion version, Violations violations) {
        Mistakes mistakes = new Mistakes();
        Optional<Plan> plan = Seeds.plan(version, dueDay, mistakes);
        mistakes.found().forEach(mistake -> violations.add(violation(index, why(mistake))));
        plan.filter(read -> mistakes.found().isEmpty() && !read.code().equals(code))
                .ifPresent(other -> violations.add(violation(
                        index,
                        Text.of("这是工作要点 %s，不是 %s", "this is plan %s and not %s", other.code(), Text.shown(code)))));
    }

    private static Text why(Mistake mistake) {
        return Text.of("%s %s", "%s %s", mistake.place().key(), mistake.what());
    }

    private static Violation violation(int index, Text why) {
        return new Violation(index, "content", "E-ARCHIVE-LINE", Text.of("%s。", "%s.", why));
    }
}
