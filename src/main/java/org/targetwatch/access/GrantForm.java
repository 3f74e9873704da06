package org.targetwatch.access;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Coded;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/** Name and rights of an account or a token, as they were sent. */
record GrantForm(
        @Nullable String name,
        @Nullable String role,
        @Nullable String region,
        @Nullable List<@Nullable String> offices) {
    private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}";

    /** Whether an account or a token can have that name. */
    static boolean isName(String name) {
        return name.matches(NAME);
    }

    String validName(Violations violations) {
        if (name == null || !isName(name)) {
            refuse(
                    violations,
                    "name",
                    "E-NAME",
                    new Text(
                            "name 应为 1 到 64 个字母、汉字、数字或 . _ -，并以字母、汉字或数字开头。",
                            "name is 1 to 64 letters, digits or . _ -, beginning with a letter or digit."));
        }
        return String.valueOf(name);
    }

    /** Empty, with violations, where it cannot be granted. */
    Optional<Grant> valid(Places places, Violations violations) {
        Optional<Role> known = Coded.parse(Role.class, String.valueOf(role));
        if (known.isEmpty()) {
            String roles = Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(", "));
            refuse(violations, "role", "E-ROLE", Text.of("role 应为 %s 之一。", "role is one of %s.", roles));
        }
        int before = violations.total();
        known.ifPresent(one -> refuseRegion(one, places, violations));
        Set<String> own = known.map(one -> offices(one, places, violations)).orElse(Set.of());
        return known.filter(one -> violations.total() == before).map(one -> new Grant(one, region, own));
    }

    private void refuseRegion(Role role, Places places, Violations violations) {
        if (role == Role.REPORTER && region == null) {
            refuse(violations, "region", "E-MISSING", new Text("填报人须有填报单位 region。", "A reporter has a region."));
        } else if (region != null && role != Role.REPORTER && role != Role.VIEWER) {
            refuse(
                    violations,
                    "region",
                    "E-FIELD",
                    new Text("只有填报人和查阅人可以有填报单位 region。", "Only reporters and viewers have a region."));
        } else if (region != null && !places.hasRegion(region)) {
            refuse(
                    violations,
                    "region",
                    "E-REGION",
                    Text.of(
                            "没有填报单位 %s，可用的见 /api/v1/regions。",
                            "There is no region %s; see /api/v1/regions.", Text.shown(region)));
        }
    }

    private Set<String> offices(Role role, Places places, Violations violations) {
        List<@Nullable String> sent = offices == null ? List.of() : offices;
        if ((role == Role.REVIEWER) == sent.isEmpty()) {
            refuse(
                    violations,
                    "offices",
                    "E-OFFICE",
                    new Text("科室审核人须写明所属科室 offices，其他角色不写。", "A reviewer has offices, nobody else has."));
        }
        sent.stream()
                .filter(office -> office == null || !places.hasOffice(office))
                .forEach(office -> refuse(
                        violations,
                        "offices",
                        "E-OFFICE",
                        Text.of(
                                "没有科室“%s”，可用的见工作任务（/work-items）。",
                                "There is no office '%s'; the work items name them.",
                                Text.shown(String.valueOf(office)))));
        return sent.stream().map(String::valueOf).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void refuse(Violations violations, String field, String code, Text message) {
        violations.add(new Violation(null, field, code, message));
    }
}
