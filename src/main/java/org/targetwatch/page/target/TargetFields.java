package org.targetwatch.page.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Unit;
import org.targetwatch.page.Shown;
import org.targetwatch.progress.Direction;
import org.targetwatch.progress.Direction.Sense;
import org.targetwatch.progress.Target;
import org.targetwatch.progress.Trajectory;
import org.targetwatch.target.TargetForm;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;
import org.targetwatch.web.TypedNumber;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/**
 * The form of a decision as typed, numbers in the unit of the plan: the numbers of the direction, {@code trajectory} with {@code month}, {@code step.<period>}
 * or {@code share.<month>}, {@code effectiveFrom} and {@code reason}.
 */
record TargetFields(Map<String, String> typed) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MONTHS = 12;
    private static final int LONGEST_NUMBER = 100;

    TargetFields {
        typed = Map.copyOf(typed);
    }

    /** Of what a browser sends only the fields of the form. */
    static TargetFields of(MultivaluedMap<String, String> sent, Plan plan, Indicator indicator) {
        Map<String, String> typed = new HashMap<>();
        names(plan, indicator).forEach(name -> {
            String text = sent.getFirst(name);
            if (text != null && !text.isBlank()) {
                typed.put(name, text.strip());
            }
        });
        return new TargetFields(typed);
    }

    private static Stream<String> names(Plan plan, Indicator indicator) {
        return Stream.of(
                        numbers(indicator).stream(),
                        Stream.of("trajectory", "month", "effectiveFrom", "reason"),
                        months(plan, indicator).map(TargetFields::step),
                        IntStream.rangeClosed(1, MONTHS).mapToObj(TargetFields::share))
                .flatMap(names -> names);
    }

    /** The numbers that a decision about the indicator consists of. */
    static List<String> numbers(Indicator indicator) {
        Sense sense = indicator.target().direction().sense();
        Stream<String> own =
                switch (sense) {
                    case AT_LEAST -> Stream.of("value", "stretch");
                    case AT_MOST -> Stream.of("value");
                    case BETWEEN -> Stream.of("low", "high");
                    case NOT_BELOW_LAST_YEAR, NOT_ABOVE_LAST_YEAR -> Stream.of();
                };
        return indicator.rules().kind().isFlow()
                ? own.toList()
                : Stream.concat(own, Stream.of("baseline")).toList();
    }

    /** The months that a way can have a step in, and a decision can hold from. */
    static Stream<Period> months(Plan plan, Indicator indicator) {
        return plan.start().through(indicator.rules().due());
    }

    static String step(Period month) {
        return "step." + month;
    }

    static String share(int month) {
        return "share." + month;
    }

    /** What stands, to be changed. */
    static TargetFields standing(Optional<Target> target, Indicator indicator, Period from) {
        Map<String, String> typed = new HashMap<>();
        Unit unit = indicator.measure().unit();
        Trajectory way =
                target.map(Target::trajectory).orElse(indicator.target().trajectory());
        put(typed, way, unit);
        typed.put("trajectory", way.code());
        typed.put("effectiveFrom", from.toString());
        target.ifPresent(some -> {
            put(typed, some.direction(), unit);
            put(typed, "baseline", some.baseline(), unit);
        });
        return new TargetFields(typed);
    }

    private static void put(Map<String, String> typed, Direction direction, Unit unit) {
        if (direction instanceof Direction.AtLeast atLeast) {
            put(typed, "value", atLeast.value(), unit);
            put(typed, "stretch", atLeast.stretch(), unit);
        } else if (direction instanceof Direction.AtMost atMost) {
            put(typed, "value", atMost.value(), unit);
        } else if (direction instanceof Direction.Between between) {
            put(typed, "low", between.low(), unit);
            put(typed, "high", between.high(), unit);
        }
    }

    private static void put(Map<String, String> typed, Trajectory way, Unit unit) {
        if (way instanceof Trajectory.FromMonth fromMonth) {
            typed.put("month", fromMonth.month().toString());
        } else if (way instanceof Trajectory.Steps steps) {
            steps.values().forEach((month, value) -> put(typed, step(month), value, unit));
        } else if (way instanceof Trajectory.Seasonal seasonal) {
            IntStream.rangeClosed(1, MONTHS)
                    .forEach(month ->
                            typed.put(share(month), plain(seasonal.shares().get(month - 1))));
        }
    }

    private static void put(Map<String, String> typed, String name, @Nullable Exact value, Unit unit) {
        if (value != null) {
            typed.put(name, plain(Shown.in(unit, value)));
        }
    }

    private static String plain(Exact number) {
        return number.rounded().stripTrailingZeros().toPlainString();
    }

    String get(String name) {
        return typed.getOrDefault(name, "");
    }

    /** @throws Problem when a number cannot be read */
    TargetForm form(Plan plan, Indicator indicator) {
        Violations violations = new Violations();
        TargetForm form = new TargetForm(
                number("value", "value", violations),
                indicator.measure().unit().symbol(),
                number("stretch", "stretch", violations),
                number("low", "low", violations),
                number("high", "high", violations),
                number("baseline", "baseline", violations),
                trajectory(plan, indicator, violations),
                typed.get("effectiveFrom"),
                typed.get("reason"));
        violations.refuseIfAny();
        return form;
    }

    private @Nullable BigDecimal number(String name, String field, Violations violations) {
        String text = typed.get(name);
        if (text == null) {
            return null;
        }
        Optional<BigDecimal> number = TypedNumber.digits(text)
                .filter(digits -> digits.length() <= LONGEST_NUMBER)
                .map(BigDecimal::new);
        if (number.isEmpty()) {
            Text message = Text.of(
                    "“%s”不是数字：请写成 1234.5 这样的数字，不带单位。",
                    "'%s' is not a number: write it like 1234.5, without a unit.", Text.shown(text));
            violations.add(new Violation(null, field, "E-TYPE", message));
        }
        return number.orElse(null);
    }

    private JsonNode trajectory(Plan plan, Indicator indicator, Violations violations) {
        ObjectNode way = NODES.objectNode();
        switch (get("trajectory")) {
            case "from-month" -> way.put("from-month", get("month"));
            case "steps" -> {
                ObjectNode steps = way.putObject("steps");
                months(plan, indicator)
                        .filter(month -> typed.containsKey(step(month)))
                        .forEach(month -> steps.put(month.toString(), number(step(month), "trajectory", violations)));
            }
            case "seasonal" -> {
                ArrayNode shares = way.putArray("seasonal");
                IntStream.rangeClosed(1, MONTHS)
                        .mapToObj(month -> Optional.ofNullable(number(share(month), "trajectory", violations)))
                        .forEach(share -> shares.add(share.orElse(BigDecimal.ZERO)));
            }
            default -> {
                return NODES.textNode(get("trajectory"));
            }
        }
        return way;
    }
}
