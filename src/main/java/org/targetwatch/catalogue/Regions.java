package org.targetwatch.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.targetwatch.measure.RegionTree;

/** The regions of a catalogue, by code. */
public final class Regions implements RegionTree {
    private final Map<String, Region> byCode = new TreeMap<>();
    private final Map<String, List<String>> children = new HashMap<>();

    /** The reader has made sure that every parent is there and that there are no cycles. */
    public Regions(Collection<Region> regions) {
        regions.forEach(region -> byCode.put(region.code(), region));
        byCode.values().forEach(region -> {
            if (region.parent() != null) {
                children.computeIfAbsent(region.parent(), parent -> new ArrayList<>())
                        .add(region.code());
            }
        });
    }

    public Collection<Region> all() {
        return List.copyOf(byCode.values());
    }

    public Optional<Region> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** {@code region} and everything below it, parents before children. */
    public Stream<String> selfAndBelow(String region) {
        return Stream.concat(Stream.of(region), children(region).stream().flatMap(this::selfAndBelow));
    }

    @Override
    public boolean contains(String region) {
        return byCode.containsKey(region);
    }

    @Override
    public Optional<String> parent(String region) {
        return find(region).map(Region::parent);
    }

    @Override
    public List<String> children(String region) {
        return List.copyOf(children.getOrDefault(region, List.of()));
    }
}
