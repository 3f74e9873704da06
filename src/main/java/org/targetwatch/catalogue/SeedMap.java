package org.targetwatch.catalogue;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.targetwatch.web.Text;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;

/**
 * A set of {@code key: value} in a catalogue file. Which keys there may be is never declared twice: they are those that
 * its reader asks for.
 */
final class SeedMap {
    /** Both sides of one {@code key: value}. */
    record Entry(SeedValue key, SeedValue value) {}

    private final Mistakes mistakes;
    private final Place place;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final Set<String> faulty = new HashSet<>();

    SeedMap(Mistakes mistakes, Place place, MappingNode node) {
        this.mistakes = mistakes;
        this.place = place;
        node.getValue().forEach(this::put);
    }

    private void put(NodeTuple tuple) {
        String name = SeedValue.nameOf(tuple);
        Place where = place.child(SeedValue.lineOf(tuple.getKeyNode()), name);
        SeedValue key = new SeedValue(mistakes, where, tuple.getKeyNode());
        Entry known = entries.putIfAbsent(name, new Entry(key, new SeedValue(mistakes, where, tuple.getValueNode())));
        if (known != null) {
            refuseSecond(key, known.key.place());
        }
    }

    private static void refuseSecond(SeedValue second, Place first) {
        second.wrong(
                "重复，%s 第 %s 行已经有了",
                "stands here a second time; the first is in %s, line %s", first.file(), first.line());
    }

    /** A value that must be there; empty, with a mistake, when it is not or does not fit. */
    <T> Optional<T> required(String key, Function<SeedValue, Optional<T>> reading) {
        if (!has(key)) {
            faulty.add(key);
            mistakes.add(place, Text.of("缺少“%s”", "'%s' is missing", key));
        }
        return optional(key, reading);
    }

    /** Empty when the key is absent, and, with a mistake, when its value does not fit. */
    <T> Optional<T> optional(String key, Function<SeedValue, Optional<T>> reading) {
        if (!has(key)) {
            return Optional.empty();
        }
        Optional<T> read = reading.apply(value(key));
        if (read.isEmpty()) {
            faulty.add(key);
        }
        return read;
    }

    String text(String key) {
        return required(key, SeedValue::text).orElse("");
    }

    String code(String key) {
        return required(key, SeedValue::code).orElse("");
    }

    List<String> texts(String key) {
        return required(key, value -> value.list(SeedValue::text)).orElse(List.of());
    }

    /** A required list of maps; those elements that are none have added their mistakes. */
    List<SeedMap> maps(String key) {
        return required(key, value -> value.list(SeedValue::map)).orElse(List.of());
    }

    /** Like {@link #maps} for a list that may be absent. */
    List<SeedMap> optionalMaps(String key) {
        return optional(key, value -> value.list(SeedValue::map)).orElse(List.of());
    }

    boolean has(String key) {
        asked.add(key);
        return entries.containsKey(key) && !value(key).isNull();
    }

    /** Whether just this word stands there. */
    boolean says(String key, String word) {
        return has(key) && value(key).says(word);
    }

    private SeedValue value(String key) {
        return entries.get(key).value;
    }

    /** Whether the value of {@code key}, asked for before, can be relied on; checks against it make sense only then. */
    boolean isSound(String key) {
        return !faulty.contains(key);
    }

    int size() {
        return entries.size();
    }

    /** Everything, for maps whose keys are data; none of them is unknown. */
    Collection<Entry> entries() {
        asked.addAll(entries.keySet());
        return entries.values();
    }

    /** Adds a mistake at {@code key}, which is there. */
    void wrong(String key, String zh, String en, Object... arguments) {
        faulty.add(key);
        value(key).wrong(zh, en, arguments);
    }

    /** Adds a mistake for each of {@code keys} that is there although {@code zh}/{@code en} says why it must not. */
    void refuse(List<String> keys, String zh, String en, Object... arguments) {
        keys.stream().filter(this::has).forEach(key -> wrong(key, zh, en, arguments));
    }

    /** Adds a mistake when the value of {@code key} is one of those {@code seen} before. */
    void refuseRepeated(String key, Map<String, Place> seen) {
        if (has(key) && isSound(key)) {
            SeedValue value = value(key);
            value.text()
                    .map(text -> seen.putIfAbsent(text, value.place()))
                    .ifPresent(first -> refuseSecond(value, first));
        }
    }

    /** To be called last: adds a mistake for each key that nobody asked for. */
    void refuseUnknownKeys() {
        entries.forEach((name, entry) -> {
            if (!asked.contains(name)) {
                entry.key.wrong("不是可用的键，可用：%s", "is not a known key; allowed: %s", String.join(", ", asked));
            }
        });
    }
}
