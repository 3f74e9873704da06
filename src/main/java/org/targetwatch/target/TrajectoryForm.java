package org.targetwatch.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Trajectory;

/**
 * A trajectory as JSON, in the form catalogue files use: {@code "linear"}, {@code {"from-month": "2020-10"}},
 * {@code {"steps": {"2020-06": 10}}}, {@code {"seasonal": [0, 0, 0.25, …]}}.
 */
final class TrajectoryForm {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TrajectoryForm() {}

    /** @param toForm turns a value in base units into the unit of the form */
    static JsonNode write(Trajectory trajectory, UnaryOperator<BigDecimal> toForm) {
        ObjectNode node = NODES.objectNode();
        if (trajectory instanceof Trajectory.FromMonth fromMonth) {
            node.put(trajectory.code(), fromMonth.month().toString());
        } else if (trajectory instanceof Trajectory.Steps steps) {
            ObjectNode values = node.putObject(trajectory.code());
            steps.values().forEach((month, value) -> values.put(month.toString(), toForm.apply(value.rounded())));
        } else if (trajectory instanceof Trajectory.Seasonal seasonal) {
            var shares = node.putArray(trajectory.code());
            seasonal.shares().forEach(share -> shares.add(share.rounded()));
        } else {
            return NODES.textNode(trajectory.code());
        }
        return node;
    }

    /**
     * @param toBase turns a value of the form into base units
     * @return empty for anything that is not one of the four forms
     */
    static Optional<Trajectory> read(JsonNode node, UnaryOperator<BigDecimal> toBase) {
        if (node.isTextual()) {
            return node.textValue().equals("linear") ? Optional.of(new Trajectory.Linear()) : Optional.empty();
        }
        if (!node.isObject() || node.size() != 1) {
            return Optional.empty();
        }
        try {
            return readObject(node.fieldNames().next(), node.elements().next(), toBase);
        } catch (IllegalArgumentException notATrajectory) {
            return Optional.empty();
        }
    }

    private static Optional<Trajectory> readObject(String code, JsonNode body, UnaryOperator<BigDecimal> toBase) {
        return switch (code) {
            case "from-month" -> Period.parse(body.asText()).map(Trajectory.FromMonth::new);
            case "steps" -> Optional.of(steps(body, toBase));
            case "seasonal" -> Optional.of(new Trajectory.Seasonal(shares(body)));
            default -> Optional.empty();
        };
    }

    private static Trajectory steps(JsonNode body, UnaryOperator<BigDecimal> toBase) {
        TreeMap<Period, Exact> values = new TreeMap<>();
        body.properties()
                .forEach(step -> values.put(
                        Period.parse(step.getKey())
                                .orElseThrow(() -> new IllegalArgumentException("Not a month: " + step)),
                        Exact.of(toBase.apply(number(step.getValue())))));
        return new Trajectory.Steps(values);
    }

    private static List<Exact> shares(JsonNode body) {
        List<Exact> shares = new ArrayList<>();
        body.elements().forEachRemaining(share -> shares.add(share(number(share))));
        return shares;
    }

    /** Twelve shares that sum to 1 must still do so when they are read back: what is kept has ten decimals. */
    private static Exact share(BigDecimal number) {
        Exact share = Exact.of(number);
        if (share.isNegative() || !TargetNumbers.hasAtMost(10, share)) {
            throw new IllegalArgumentException("Not a share that can be kept: " + number);
        }
        return share;
    }

    private static BigDecimal number(JsonNode node) {
        if (!node.isNumber() || !TargetNumbers.isReadable(node.decimalValue())) {
            throw new IllegalArgumentException("Not a number: " + node);
        }
        return node.decimalValue();
    }
}
