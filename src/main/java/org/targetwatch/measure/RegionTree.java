package org.targetwatch.measure;

import java.util.List;
import java.util.Optional;

/** Which region lies in which, by code. The tree has one or more roots and no cycles. */
public interface RegionTree {
    boolean contains(String region);

    /** Empty for a root. */
    Optional<String> parent(String region);

    /** Direct children in code order; empty for a leaf. */
    List<String> children(String region);

    /** 0 for a root. */
    default int depth(String region) {
        return parent(region).map(parent -> depth(parent) + 1).orElse(0);
    }

    /** Whether {@code region} is {@code ancestor} or lies below it. */
    default boolean isWithin(String region, String ancestor) {
        return region.equals(ancestor)
                || parent(region).filter(parent -> isWithin(parent, ancestor)).isPresent();
    }
}
