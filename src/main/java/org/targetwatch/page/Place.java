package org.targetwatch.page;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.targetwatch.access.Role;
import org.targetwatch.web.Text;

/** A page in the bar at the top, with those who see it there. */
record Place(String href, Text name, Set<Role> roles) {
    private static final List<Place> ALL = List.of(
            new Place("/", new Text("看板", "Board"), EnumSet.allOf(Role.class)),
            new Place("/report", new Text("填报", "Report"), EnumSet.of(Role.REPORTER, Role.REVIEWER)),
            new Place("/review", new Text("审核", "Review"), EnumSet.of(Role.REVIEWER, Role.LEADER)),
            new Place("/targets", new Text("目标", "Targets"), EnumSet.of(Role.REVIEWER, Role.LEADER, Role.ADMIN)),
            new Place("/slips", new Text("督办", "Slips"), EnumSet.allOf(Role.class)),
            new Place("/digests", new Text("日报", "Digests"), EnumSet.of(Role.REVIEWER, Role.LEADER, Role.ADMIN)),
            new Place("/bulletins", new Text("通报", "Bulletins"), EnumSet.allOf(Role.class)),
            new Place("/admin", new Text("管理", "Administration"), EnumSet.of(Role.ADMIN)));

    static List<Place> of(Role role) {
        return ALL.stream().filter(place -> place.roles.contains(role)).toList();
    }

    /** Whether {@code path} is this page or one below it. */
    public boolean holds(String path) {
        return path.equals(href) || !href.equals("/") && path.startsWith(href + "/");
    }
}
