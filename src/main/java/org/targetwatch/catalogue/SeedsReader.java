package org.targetwatch.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.targetwatch.web.Text;

/** Reads and checks all catalogue files of a folder together. */
final class SeedsReader {
    private final Mistakes mistakes;
    private final int dueDay;
    private final Map<String, Place> planCodes = new HashMap<>();
    private final Map<String, JsonNode> plans = new TreeMap<>();

    /** @param mistakes those already made out while looking for the files */
    SeedsReader(Mistakes mistakes, int dueDay) {
        this.mistakes = mistakes;
        this.dueDay = dueDay;
    }

    /** Throws {@link Mistakes.CatalogueRefusedException}, naming every mistake of every file. */
    Seeds read(List<SeedFile> files) {
        Optional<SeedValue> regionsRoot = files.stream()
                .filter(SeedFile::holdsRegions)
                .findFirst()
                .or(() -> missing("regions.yaml", "缺少填报单位文件", "the file of the regions is missing"))
                .flatMap(file -> file.read(mistakes));
        Regions regions =
                regionsRoot.flatMap(SeedValue::map).map(RegionsReader::read).orElseGet(() -> new Regions(List.of()));
        List<SeedFile> planFiles =
                files.stream().filter(file -> !file.holdsRegions()).toList();
        if (planFiles.isEmpty()) {
            missing("<plan>.yaml", "没有工作要点文件", "there is no file of a plan");
        }
        planFiles.forEach(file -> readPlan(file, regions));
        mistakes.refuseIfAny();
        return new Seeds(regionsRoot.orElseThrow().json(), plans);
    }

    private Optional<SeedFile> missing(String file, String zh, String en) {
        mistakes.add(new Place(file, 1, ""), new Text(zh, en));
        return Optional.empty();
    }

    private void readPlan(SeedFile file, Regions regions) {
        file.read(mistakes).ifPresent(root -> root.map().ifPresent(map -> {
            Plan plan = PlanReader.read(map, regions, dueDay);
            map.refuseRepeated("code", planCodes);
            plans.putIfAbsent(plan.code(), root.json());
        }));
    }
}
