package org.targetwatch.catalogue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.targetwatch.catalogue.WorkItem.Deliverable;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Thresholds;

/** Reads a plan file. With mistakes, the plan is what could be made of the file and must not be used. */
final class PlanReader {
    static final int LAST_YEAR = 2100;
    private static final int FIRST_YEAR = 2000;
    private static final int MOST_ITEMS = 9_999;

    private final SeedMap root;
    private final Regions regions;
    private final int dueDay;
    private final Set<Integer> sectionNumbers = new HashSet<>();
    private final Set<Integer> workItemNumbers = new HashSet<>();
    private final Map<String, Place> deliverables = new HashMap<>();

    private PlanReader(SeedMap root, Regions regions, int dueDay) {
        this.root = root;
        this.regions = regions;
        this.dueDay = dueDay;
    }

    /**
     * @param regions those of the same folder; none when they could not be read
     * @param dueDay {@code targetwatch.due-day}
     */
    static Plan read(SeedMap root, Regions regions, int dueDay) {
        return new PlanReader(root, regions, dueDay).read();
    }

    private Plan read() {
        String code = root.code("code");
        String name = root.text("name");
        String english = root.text("english");
        PlanYear year = year();
        String region = region();
        String source = root.text("source");
        LocalDate published = root.required("published", SeedValue::date).orElse(LocalDate.EPOCH);
        DueDays dueDays = CalendarReader.read(root, dueDay);
        List<Section> sections = sections();
        List<WorkItem> workItems = workItems(year);
        Map<String, Indicator> indicators = indicators(frame(year, region));
        List<Relation> relations = relations(indicators);
        root.refuseUnknownKeys();
        return new Plan(
                code,
                name,
                english,
                year.start().year(),
                region,
                source,
                published,
                sections,
                workItems,
                indicators,
                relations,
                regions,
                dueDays);
    }

    private PlanYear year() {
        int year = root.required("year", value -> value.number(FIRST_YEAR, LAST_YEAR))
                .orElse(FIRST_YEAR);
        return new PlanYear(Period.of(year, 1), root.isSound("year"));
    }

    private PlanFrame frame(PlanYear year, String region) {
        return new PlanFrame(
                year,
                root.optional("judged-from", year::month).orElse(year.start()),
                thresholds(root, Thresholds.DEFAULT),
                workItemNumbers,
                region,
                regions);
    }

    private String region() {
        String region = root.code("region");
        if (root.isSound("region") && !regions.all().isEmpty() && !regions.contains(region)) {
            root.wrong("region", "不在 regions.yaml 中", "is no region of regions.yaml");
        }
        return region;
    }

    /** Lag points of the two lights, {@code {yellow: 5, red: 15}}. */
    static Thresholds thresholds(SeedMap map, Thresholds usual) {
        return map.optional("thresholds", SeedValue::map)
                .map(PlanReader::thresholds)
                .orElse(usual);
    }

    private static Thresholds thresholds(SeedMap lights) {
        Exact yellow =
                lights.required("yellow", SeedValue::decimal).map(Exact::of).orElse(Exact.ZERO);
        Exact red = lights.required("red", SeedValue::decimal).map(Exact::of).orElse(yellow.max(Exact.ZERO));
        lights.refuseUnknownKeys();
        if (yellow.isNegative()) {
            lights.wrong("yellow", "应不小于 0", "is below 0");
        } else if (yellow.compareTo(red) > 0) {
            lights.wrong("red", "应不小于 yellow（%s）", "is below yellow, %s", yellow);
        } else {
            return new Thresholds(yellow, red);
        }
        return Thresholds.DEFAULT;
    }

    private List<Section> sections() {
        Map<String, Place> seen = new HashMap<>();
        return root.maps("sections").stream().map(map -> section(map, seen)).toList();
    }

    private Section section(SeedMap map, Map<String, Place> seen) {
        int number = number(map);
        map.refuseRepeated("number", seen);
        sectionNumbers.add(number);
        Section section = new Section(number, map.text("name"), map.text("english"));
        map.refuseUnknownKeys();
        return section;
    }

    private static int number(SeedMap map) {
        return map.required("number", value -> value.number(1, MOST_ITEMS)).orElse(0);
    }

    private List<WorkItem> workItems(PlanYear year) {
        Map<String, Place> seen = new HashMap<>();
        return root.maps("work-items").stream()
                .map(map -> workItem(map, year, seen))
                .toList();
    }

    private WorkItem workItem(SeedMap map, PlanYear year, Map<String, Place> seen) {
        int number = number(map);
        map.refuseRepeated("number", seen);
        workItemNumbers.add(number);
        WorkItem item = new WorkItem(
                number,
                map.required("section", this::section).orElse(0),
                map.text("name"),
                map.text("english"),
                map.texts("lead-leaders"),
                map.texts("lead-offices"),
                map.texts("responsible-offices"),
                map.optionalMaps("deliverables").stream()
                        .map(deliverable -> deliverable(deliverable, year))
                        .toList());
        map.refuseUnknownKeys();
        return item;
    }

    private Optional<Integer> section(SeedValue value) {
        return value.number(1, MOST_ITEMS)
                .flatMap(number -> sectionNumbers.contains(number)
                        ? Optional.of(number)
                        : value.wrong("不在 sections 中", "is no number of sections"));
    }

    private Deliverable deliverable(SeedMap map, PlanYear year) {
        Deliverable deliverable = new Deliverable(
                map.code("code"),
                map.text("name"),
                map.text("english"),
                map.optional("due", year::month).orElse(year.december()));
        map.refuseRepeated("code", deliverables);
        map.refuseUnknownKeys();
        return deliverable;
    }

    private Map<String, Indicator> indicators(PlanFrame frame) {
        Map<String, Place> seen = new HashMap<>();
        Map<String, Indicator> indicators = new LinkedHashMap<>();
        for (SeedMap map : root.maps("indicators")) {
            Indicator indicator = new IndicatorReader(map, frame).read();
            map.refuseRepeated("code", seen);
            indicators.putIfAbsent(indicator.code(), indicator);
        }
        return indicators;
    }

    private List<Relation> relations(Map<String, Indicator> indicators) {
        Map<String, Place> seen = new HashMap<>();
        return root.optionalMaps("relations").stream()
                .map(map -> {
                    Relation relation = new RelationReader(map, indicators).read();
                    map.refuseRepeated("code", seen);
                    return relation;
                })
                .toList();
    }
}
