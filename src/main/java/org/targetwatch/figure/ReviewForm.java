package org.targetwatch.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Figure.Key;
import org.targetwatch.figure.Reviews.Verdict;
import org.targetwatch.measure.Period;
import org.targetwatch.web.FreeText;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/** Decisions of an office about figures, as they are sent; at most 10,000 at once. */
@Schema(name = "Reviews")
public record ReviewForm(@Nullable List<@Nullable Item> reviews) {
    private static final int MOST = 10_000;

    /**
     * A decision about one figure.
     *
     * @param verdict {@code accept} or {@code return}
     * @param reason why it is returned; optional where it is accepted
     */
    @Schema(name = "Review")
    public record Item(
            @Nullable String indicator,
            @Nullable String region,
            @Nullable String period,
            @Nullable String verdict,
            @Nullable String reason) {}

    /** Refuses with every mistake at once. */
    List<Verdict> validated(Plan plan, Predicate<Indicator> own) {
        return new Reader(plan, own).read();
    }

    private final class Reader {
        private final Plan plan;
        private final Predicate<Indicator> own;
        private final Violations violations = new Violations();
        private final Set<Key> keys = new HashSet<>();

        private Reader(Plan plan, Predicate<Indicator> own) {
            this.plan = plan;
            this.own = own;
        }

        private List<Verdict> read() {
            int count = reviews == null ? 0 : reviews.size();
            if (count == 0 || count > MOST) {
                wrong(
                        null,
                        "reviews",
                        count == 0 ? "E-EMPTY" : "E-BATCH-SIZE",
                        Text.of("reviews 应有 1 至 %s 条。", "reviews must hold 1 to %s decisions.", MOST));
            }
            List<Verdict> verdicts = new ArrayList<>();
            for (int index = 0; index < Math.min(count, MOST); index++) {
                verdict(index, reviews.get(index)).ifPresent(verdicts::add);
            }
            CallersPlans.refuseNotYours(violations);
            violations.refuseIfAny();
            return verdicts;
        }

        private Optional<Verdict> verdict(int index, @Nullable Item item) {
            if (item == null) {
                wrong(
                        index,
                        "",
                        "E-TYPE",
                        Text.of("reviews[%s] 应为对象 {…}。", "reviews[%s] must be an object {…}.", index));
                return Optional.empty();
            }
            Optional<Key> key = key(index, item);
            Optional<FigureState> state = state(index, item);
            String reason = state.filter(FigureState.RETURNED::equals).isPresent()
                    ? FreeText.reason(index, item.reason(), violations)
                    : FreeText.optionalReason(index, item.reason(), violations);
            return violations.isEmpty()
                    ? Optional.of(new Verdict(key.orElseThrow(), state.orElseThrow(), reason))
                    : Optional.empty();
        }

        private Optional<Key> key(int index, Item item) {
            boolean indicator = indicator(index, item);
            boolean region = plan.regions().isWithin(String.valueOf(item.region()), plan.region());
            if (!region) {
                wrong(index, "region", "E-REGION", unknown(index, "region", item.region()));
            }
            Optional<Period> period = Period.parse(String.valueOf(item.period()));
            if (period.isEmpty()) {
                wrong(index, "period", "E-PERIOD", unknown(index, "period", item.period()));
            }
            Optional<Key> key = indicator && region
                    ? period.map(read -> new Key(item.indicator(), item.region(), read))
                    : Optional.empty();
            key.filter(read -> !keys.add(read))
                    .ifPresent(read -> wrong(
                            index,
                            "indicator",
                            "E-DUPLICATE",
                            Text.of(
                                    "reviews[%s]：同一数据出现了两次。",
                                    "reviews[%s]: the same figure stands here twice.", index)));
            return key;
        }

        private boolean indicator(int index, Item item) {
            Optional<Indicator> indicator = plan.indicator(String.valueOf(item.indicator()));
            if (indicator.isEmpty()) {
                wrong(index, "indicator", "E-INDICATOR", unknown(index, "indicator", item.indicator()));
            }
            indicator
                    .filter(own.negate())
                    .ifPresent(others -> wrong(
                            index,
                            "indicator",
                            CallersPlans.NOT_YOURS,
                            Text.of("reviews[%s]：%s", "reviews[%s]: %s", index, CallersPlans.notYours(plan, others))));
            return indicator.isPresent();
        }

        private static Text unknown(int index, String field, @Nullable String sent) {
            return Text.of(
                    "reviews[%s].%s 的值“%s”不可用。",
                    "reviews[%s].%s has the unusable value '%s'.", index, field, Text.shown(String.valueOf(sent)));
        }

        private Optional<FigureState> state(int index, Item item) {
            Optional<FigureState> state = "accept".equals(item.verdict())
                    ? Optional.of(FigureState.ACCEPTED)
                    : "return".equals(item.verdict()) ? Optional.of(FigureState.RETURNED) : Optional.empty();
            if (state.isEmpty()) {
                wrong(
                        index,
                        "verdict",
                        "E-VERDICT",
                        Text.of(
                                "reviews[%s].verdict 的值“%s”不可用：请填 accept（通过）或 return（退回）。",
                                "reviews[%s].verdict has the unusable value '%s': use accept or return.",
                                index,
                                Text.shown(String.valueOf(item.verdict()))));
            }
            return state;
        }

        private void wrong(@Nullable Integer index, String field, String code, Text message) {
            violations.add(new Violation(index, field, code, message));
        }
    }
}
