package org.targetwatch.access;

import java.util.Set;

/** Which regions and offices there are, for those who hand out rights. */
public interface Places {
    boolean hasRegion(String code);

    default boolean hasOffice(String name) {
        return offices().contains(name);
    }

    /** The names of all offices (科室). */
    Set<String> offices();
}
