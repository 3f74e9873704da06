package org.targetwatch.catalogue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator.Reporter;
import org.targetwatch.measure.Coded;
import org.targetwatch.measure.Frequency;
import org.targetwatch.measure.Kind;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Measure.Part;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Scale;
import org.targetwatch.measure.Unit;
import org.targetwatch.progress.Commitment;
import org.targetwatch.progress.Rules;
import org.targetwatch.progress.Target;
import org.targetwatch.progress.Trajectory;

/** Reads one indicator of a plan file; its defaults are those listed at the head of {@code seeds/leshan-2020.yaml}. */
final class IndicatorReader {

    private enum Form implements Coded {
        QUANTITY("quantity"),
        RATIO("ratio");

        private final String code;

        Form(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    private enum Level implements Coded {
        ALL("all"),
        CITY("city");

        private final String code;

        Level(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    private final SeedMap map;
    private final PlanFrame frame;

    IndicatorReader(SeedMap map, PlanFrame frame) {
        this.map = map;
        this.frame = frame;
    }

    Indicator read() {
        String code = map.code("code");
        String name = map.text("name");
        String english = map.text("english");
        int workItem = map.required("work-item", this::workItem).orElse(0);
        String quote = map.text("quote");
        Measure measure = measure();
        Kind kind = map.optional("kind", value -> value.word(Kind.class)).orElse(Kind.STOCK);
        Period due =
                map.optional("due", frame.year()::month).orElse(frame.year().december());
        Target target = new TargetReader(map, frame.year(), measure, kind, due).read();
        Reporter reporter =
                map.optional("reported-by", value -> value.word(Reporter.class)).orElse(Reporter.REGIONS);
        Indicator indicator = new Indicator(
                code,
                name,
                english,
                workItem,
                quote,
                rules(measure, kind, due, target.trajectory()),
                target,
                floorSource(),
                reporter,
                appliesTo(reporter),
                map.optional("level", value -> value.word(Level.class)).orElse(Level.ALL) == Level.CITY,
                map.optional("confidential", SeedValue::flag).orElse(false),
                map.optional("assumed", value -> value.list(SeedValue::text)).orElse(List.of()),
                frozenDenominators(measure));
        map.refuseUnknownKeys();
        return indicator;
    }

    private Optional<Integer> workItem(SeedValue value) {
        return value.number(1, Integer.MAX_VALUE)
                .flatMap(number -> frame.workItems().contains(number)
                        ? Optional.of(number)
                        : value.wrong("不在 work-items 中", "is no number of work-items"));
    }

    // ---- measure ----

    private Measure measure() {
        if (map.optional("measure", value -> value.word(Form.class)).orElse(Form.QUANTITY) == Form.RATIO) {
            return ratio();
        }
        List<String> ofRatios = List.of("scale", "share", "numerator", "denominator");
        map.refuse(ofRatios, "只用于 measure: ratio", "goes only with measure: ratio");
        return new Measure.OfQuantity(unit(map));
    }

    private Measure ratio() {
        Scale scale = map.optional("scale", value -> value.word(Scale.class)).orElse(Scale.PERCENT);
        boolean percent = scale == Scale.PERCENT;
        Optional<Boolean> share = map.optional("share", SeedValue::flag);
        if (!percent && share.orElse(false)) {
            map.wrong("share", "不能与 scale: per-unit 同用", "does not go with scale: per-unit");
        }
        return new Measure.OfRatio(
                scale,
                percent ? percentUnit() : unit(map),
                part("numerator"),
                part("denominator"),
                percent && share.orElse(true));
    }

    private Unit percentUnit() {
        map.optional("unit", SeedValue::unit)
                .filter(unit -> unit.base() != Unit.Base.PERCENT)
                .ifPresent(unit -> map.wrong("unit", "应为 %%，或不写", "must be %%, or be left out"));
        return Unit.of(Unit.Base.PERCENT);
    }

    private Part part(String key) {
        return map.required(key, SeedValue::map)
                .map(IndicatorReader::part)
                .orElseGet(() -> new Part("", "", Unit.of(Unit.Base.PERSON)));
    }

    /** Parts are posted without a unit of their own, so they must be counted in a base unit. */
    private static Part part(SeedMap part) {
        Unit unit = unit(part);
        if (part.isSound("unit") && unit.factor().compareTo(BigDecimal.ONE) != 0) {
            part.wrong(
                    "unit", "应为基本单位 %s", "must be the base unit %s", unit.base().symbol());
        }
        Part read = new Part(part.text("name"), part.text("english"), unit);
        part.refuseUnknownKeys();
        return read;
    }

    private static Unit unit(SeedMap map) {
        return map.required("unit", SeedValue::unit).orElseGet(() -> Unit.of(Unit.Base.YUAN));
    }

    // ---- judging ----

    private Rules rules(Measure measure, Kind kind, Period due, Trajectory trajectory) {
        return new Rules(
                measure,
                kind,
                map.optional("frequency", value -> value.word(Frequency.class)).orElse(Frequency.MONTHLY),
                frame.year().start(),
                judgedFrom(due, trajectory),
                due,
                map.required("commitment", value -> value.word(Commitment.class))
                        .orElse(Commitment.PROMOTE),
                PlanReader.thresholds(map, frame.thresholds()),
                map.optional("confirm", value -> value.number(1, 2)).orElse(1) == 2);
    }

    private Period judgedFrom(Period due, Trajectory trajectory) {
        Period usual = trajectory instanceof Trajectory.FromMonth fromMonth ? fromMonth.month() : frame.judgedFrom();
        Period judgedFrom = map.optional("judged-from", frame.year()::month).orElse(usual.earlierOf(due));
        if (judgedFrom.isAfter(due) && map.isSound("due")) {
            map.wrong("judged-from", "晚于 due（%s）", "lies after due, %s", due);
        }
        return judgedFrom.earlierOf(due);
    }

    private @Nullable String floorSource() {
        if (map.has("floor")) {
            return map.text("floor-source");
        }
        map.refuse(List.of("floor-source"), "没有 floor，不必写来源", "is the source of no floor: floor is missing");
        return null;
    }

    // ---- reporting ----

    private Set<String> appliesTo(Reporter reporter) {
        if (reporter == Reporter.CITY) {
            List<String> ofRegions = List.of("applies-to");
            map.refuse(ofRegions, "只用于 reported-by: regions", "goes only with reported-by: regions");
            return Set.of();
        }
        return map.optional("applies-to", value -> value.list(this::kind))
                .<Set<String>>map(HashSet::new)
                .orElseGet(frame::reportingKinds);
    }

    private Optional<String> kind(SeedValue value) {
        Set<String> kinds = frame.reportingKinds();
        return value.code()
                .flatMap(kind -> kinds.isEmpty() || kinds.contains(kind)
                        ? Optional.of(kind)
                        : value.wrong(
                                "不是填报单位的类别，可用：%s",
                                "is the kind of no region that reports here; allowed: %s", String.join(", ", kinds)));
    }

    private Map<String, BigDecimal> frozenDenominators(Measure measure) {
        Map<String, BigDecimal> denominators = new HashMap<>();
        if (measure.isRatio()) {
            map.optional("frozen-denominators", SeedValue::map)
                    .ifPresent(frozen -> frozen.entries().forEach(entry -> readDenominator(entry, denominators)));
        } else {
            List<String> ofRatios = List.of("frozen-denominators");
            map.refuse(ofRatios, "只用于 measure: ratio", "goes only with measure: ratio");
        }
        return denominators;
    }

    private void readDenominator(SeedMap.Entry entry, Map<String, BigDecimal> denominators) {
        String region = entry.key().code().orElse("");
        if (!frame.hasRegion(region)) {
            entry.key().wrong("不是本计划的填报单位", "is no region of this plan");
        }
        entry.value()
                .decimal()
                .flatMap(number -> number.signum() > 0
                        ? Optional.of(number)
                        : entry.value().wrong("应大于 0", "is not above 0"))
                .ifPresent(number -> denominators.put(region, number));
    }
}
