package org.targetwatch.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Term;

/** Reads {@code regions.yaml}. With mistakes, the regions are what could be made of the file, none in the worst case. */
final class RegionsReader {

    private record Entry(SeedMap map, Region region) {}

    private final Map<String, Entry> entries = new HashMap<>();

    private RegionsReader() {}

    static Regions read(SeedMap root) {
        return new RegionsReader().readAll(root);
    }

    private Regions readAll(SeedMap root) {
        Map<String, Place> seen = new HashMap<>();
        List<Region> regions = new ArrayList<>();
        for (SeedMap map : root.maps("regions")) {
            Region region = region(map);
            map.refuseRepeated("code", seen);
            entries.putIfAbsent(region.code(), new Entry(map, region));
            regions.add(region);
        }
        root.refuseUnknownKeys();
        regions.stream().map(Region::code).distinct().map(entries::get).forEach(this::checkParent);
        return new Regions(lieInOneAnother(regions) ? List.of() : regions);
    }

    private static Region region(SeedMap map) {
        Region region = new Region(
                map.code("code"),
                map.text("name"),
                map.text("english"),
                map.code("kind"),
                map.optional("parent", SeedValue::code).orElse(null),
                term(map));
        map.refuseUnknownKeys();
        return region;
    }

    /** {@code from} and {@code until}, the first and the last month; a region without them is always there. */
    private static Term term(SeedMap map) {
        Period first = map.optional("from", SeedValue::period).orElse(null);
        Period last = map.optional("until", SeedValue::period).orElse(null);
        if (first != null && last != null && first.isAfter(last)) {
            map.wrong("until", "早于 from（%s）", "lies before from, %s", first);
            return Term.ALWAYS;
        }
        return new Term(first, last);
    }

    private void checkParent(Entry entry) {
        String parent = entry.region.parent();
        if (parent != null && !entries.containsKey(parent)) {
            entry.map.wrong("parent", "不是本文件中的填报单位", "is no region of this file");
        }
    }

    /** Adds one mistake for each circle; with one, nothing can be said about who lies in whom. */
    private boolean lieInOneAnother(List<Region> regions) {
        Set<String> reported = new HashSet<>();
        for (Region region : regions) {
            Set<String> cycle = cycleThrough(region.code());
            if (!cycle.isEmpty() && reported.addAll(cycle)) {
                String way = String.join(" → ", cycle);
                entries.get(region.code()).map.wrong("parent", "使上级关系成环：%s", "closes a circle: %s", way);
            }
        }
        return !reported.isEmpty();
    }

    /** The way up from {@code code} to itself; empty when it does not come back. */
    private Set<String> cycleThrough(String code) {
        Set<String> way = new LinkedHashSet<>();
        String next = code;
        while (next != null && way.add(next)) {
            next = parentOf(next);
        }
        return code.equals(next) ? way : Set.of();
    }

    private @Nullable String parentOf(String code) {
        Entry entry = entries.get(code);
        return entry == null ? null : entry.region.parent();
    }
}
