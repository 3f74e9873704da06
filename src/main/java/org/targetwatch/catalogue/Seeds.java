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
        return orRefuse(mistakes -> read(mistakes, name, stored, map -> PlanReader.read(map, regions, dueDay)));
    }

    /** Reads stored regions; {@code name} as in {@link #plan}. */
    static Regions regions(String name, JsonNode stored) {
        return orRefuse(mistakes -> read(mistakes, name, stored, RegionsReader::read));
    }

    /** Reads a plan with its regions; without mistakes, it is there. */
    static Optional<Plan> plan(PlanVersion version, int dueDay, Mistakes mistakes) {
        return read(mistakes, "regions", version.regions(), RegionsReader::read)
                .filter(regions -> mistakes.found().isEmpty())
                .flatMap(regions ->
                        read(mistakes, "content", version.content(), map -> PlanReader.read(map, regions, dueDay)));
    }

    private static <T> T orRefuse(Function<Mistakes, Optional<T>> reading) {
        Mistakes mistakes = new Mistakes();
        Optional<T> read = reading.apply(mistakes);
        mistakes.refuseIfAny();
        return read.orElseThrow();
    }

    private static <T> Optional<T> read(Mistakes mistakes, String name, JsonNode stored, Function<SeedMap, T> reading) {
        return new SeedFile(name, stored.toString())
                .read(mistakes)
                .flatMap(SeedValue::map)
                .map(reading);
    }
}
