package org.targetwatch.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a folder of catalogue files says, checked, in the form in which it is stored.
 *
 * @param plans by plan code
 */
record Seeds(JsonNode regions, Map<String, JsonNode> plans) {

    /**
     * Reads a stored plan.
     *
     * @param name for messages, should this program refuse what an older one stored
     */
    static Plan plan(String name, JsonNode stored, Regions regions, int dueDay) {
        return read(name, stored, map -> PlanReader.read(map, regions, dueDay));
    }

    /** Reads stored regions; {@code name} as in {@link #plan}. */
    static Regions regions(String name, JsonNode stored) {
        return read(name, stored, RegionsReader::read);
    }

    private static <T> T read(String name, JsonNode stored, Function<SeedMap, T> reading) {
        Mistakes mistakes = new Mistakes();
        Optional<T> read = new SeedFile(name, stored.toString())
                .read(mistakes)
                .flatMap(SeedValue::map)
                .map(reading);
        mistakes.refuseIfAny();
        return read.orElseThrow();
    }
}
