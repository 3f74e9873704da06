package org.targetwatch.catalogue;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.Optional;
import org.targetwatch.catalogue.Relation.Of;
import org.targetwatch.catalogue.Relation.Rule;
import org.targetwatch.catalogue.Relation.Side;
import org.targetwatch.measure.Coded;
import org.targetwatch.measure.Unit;

/** Reads one relation of a plan file: both sides must be reported by the same regions and be counted in the same unit. */
final class RelationReader {
    private static final Side NONE = new Side("", Of.VALUE);

    private final SeedMap map;
    private final Map<String, Indicator> indicators;

    RelationReader(SeedMap map, Map<String, Indicator> indicators) {
        this.map = map;
        this.indicators = indicators;
    }

    Relation read() {
        String code = map.code("code");
        String name = map.text("name");
        String english = map.text("english");
        Optional<Side> part = map.required("part", this::side);
        Optional<Side> whole = map.required("whole", this::side);
        Rule rule = map.required("rule", value -> value.word(Rule.class)).orElse(Rule.AT_MOST);
        map.refuseUnknownKeys();
        part.ifPresent(one -> whole.ifPresent(other -> refuseUnlike(one, other)));
        return new Relation(code, name, english, part.orElse(NONE), whole.orElse(NONE), rule);
    }

    private Optional<Side> side(SeedValue value) {
        return value.map().flatMap(side -> {
            Optional<Indicator> indicator = side.required("indicator", this::indicator);
            Optional<Of> of = side.required("of", word -> word.word(Of.class));
            side.refuseUnknownKeys();
            return indicator
                    .filter(known -> of.isPresent() && has(side, known, of.get()))
                    .map(known -> new Side(known.code(), of.get()));
        });
    }

    private Optional<Indicator> indicator(SeedValue value) {
        return value.code().flatMap(code -> Optional.ofNullable(indicators.get(code))
                .or(() -> value.wrong("不在 indicators 中", "is no code of indicators")));
    }

    private static boolean has(SeedMap side, Indicator indicator, Of of) {
        boolean has = Of.of(indicator.measure()).contains(of);
        if (!has) {
            side.wrong(
                    "of",
                    "不是指标 %s 的数，可用：%s",
                    "is no number of indicator %s; allowed: %s",
                    indicator.code(),
                    Of.of(indicator.measure()).stream().map(Coded::code).collect(joining(", ")));
        }
        return has;
    }

    private void refuseUnlike(Side part, Side whole) {
        Indicator one = indicators.get(part.indicator());
        Indicator other = indicators.get(whole.indicator());
        Unit unit = part.of().unit(one.measure());
        Unit otherUnit = whole.of().unit(other.measure());
        if (part.equals(whole)) {
            map.wrong("whole", "与 part 是同一个数", "is the same number as part");
        } else if (unit.base() != otherUnit.base()) {
            map.wrong("whole", "的单位是 %s，part 的是 %s", "is counted in %s, part in %s", otherUnit, unit);
        } else if (one.reporter() != other.reporter() || !one.appliesTo().equals(other.appliesTo())) {
            map.wrong("whole", "与 part 不由相同的单位填报", "is not reported by the same regions as part");
        }
    }
}
