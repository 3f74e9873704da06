package org.targetwatch.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.RegionTree;

/** The regions of a catalogue, by code. */
public final class Regions implements RegionTree {
    private final Map<String, Region> byCode = new LinkedHashMap<>();
    private final Map<String, List<String>> children = new HashMap<>();
    private final Map<String, Set<String>> reportingKinds = new HashMap<>();

    /** The reader has made sure that every parent is there and that there are no cycles. */
    public Regions(Collection<Region> regions) {
        regions.stream()
                .sorted(Comparator.comparing(Region::code))
                .forEach(region -> byCode.put(region.code(), region));
        byCode.values().forEach(this::addToParent);
        children.replaceAll((parent, below) -> Collections.unmodifiableList(below));
        byCode.values().stream()
                .filter(region -> !children.containsKey(region.code()))
                .forEach(this::addKindUpwards);
    }

    private void addToParent(Region region) {
        if (region.parent() != null) {
            children.computeIfAbsent(region.parent(), parent -> new ArrayList<>())
                    .add(region.code());
        }
    }

    private void addKindUpwards(Region leaf) {
        Region region = leaf;
        while (region != null && kindsOf(region.code()).add(leaf.kind())) {
            region = parentOf(region);
        }
    }

    private Set<String> kindsOf(String region) {
        return reportingKinds.computeIfAbsent(region, code -> new HashSet<>());
    }

    private @Nullable Region parentOf(Region region) {
        return region.parent() == null ? null : byCode.get(region.parent());
    }

    /** All regions in code order. */
    public Collection<Region> all() {
        return Collections.unmodifiableCollection(byCode.values());
    }

    public Optional<Region> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** {@code region} and everything below it, parents before children. */
    public Stream<String> selfAndBelow(String region) {
        return Stream.concat(Stream.of(region), children(region).stream().flatMap(this::selfAndBelow));
    }

    /** The kinds of the leaves at or below {@code region}: only leaves report for regions. */
    public Set<String> reportingKinds(String region) {
        return Collections.unmodifiableSet(reportingKinds.getOrDefault(region, Set.of()));
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
        return children.getOrDefault(region, List.of());
    }
}
