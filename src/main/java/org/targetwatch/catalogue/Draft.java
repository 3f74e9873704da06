package org.targetwatch.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.targetwatch.measure.Period;

/**
 * 结转: another year's plan made from this one, to be filled in. What describes the work stays; targets are undecided, months
 * move with the year, and what was last year's (baselines, floors, steps, frozen denominators, deliverables) goes.
 *
 * @param from the plan it is made from
 * @param madeOn stands for the day of publication, which is not known yet
 */
record Draft(Plan from, String code, int year, String name, String english, LocalDate madeOn) {
    private static final String QUOTED = "〔引自 ";
    private static final List<String> LAST_YEARS =
            List.of("stretch", "baseline", "floor", "floor-source", "frozen-denominators");

    /** The draft in the form of {@link Seeds}, made from the old plan in that form. */
    JsonNode of(JsonNode stored) {
        ObjectNode plan = stored.deepCopy();
        plan.put("code", code)
                .put("name", name)
                .put("english", english)
                .put("year", String.valueOf(year))
                .put("source", source())
                .put("published", madeOn.toString());
        shift(plan, "judged-from");
        plan.withArray("calendar").removeIf(notice -> !reachesTheYear(notice));
        objects(plan, "work-items").forEach(item -> item.remove("deliverables"));
        objects(plan, "indicators").forEach(this::renew);
        return plan;
    }

    private String source() {
        return "草案，尚未印发，由 %1$s《%2$s》结转 / draft, not issued, rolled over from %1$s".formatted(from.code(), from.name());
    }

    private static Stream<ObjectNode> objects(ObjectNode plan, String list) {
        return StreamSupport.stream(plan.withArray(list).spliterator(), false).map(ObjectNode.class::cast);
    }

    private boolean reachesTheYear(JsonNode notice) {
        String january = year + "-01-01";
        return Stream.of("from", "to")
                .flatMap(end -> notice.findValuesAsText(end).stream())
                .anyMatch(day -> day.compareTo(january) >= 0);
    }

    private void renew(ObjectNode indicator) {
        indicator.put("quote", quoted(indicator.path("quote").asText()));
        if (indicator.hasNonNull("target")) {
            indicator.put("target", TargetReader.UNDECIDED);
        }
        renewTrajectory(indicator);
        indicator.remove(LAST_YEARS);
        shift(indicator, "judged-from");
        shift(indicator, "due");
    }

    /** The new source has said nothing yet: the words are marked as those of the plan that they stand in. */
    private String quoted(String words) {
        return words.startsWith(QUOTED) ? words : QUOTED + from.code() + "〕" + words;
    }

    /** The shape of the way stays; without its baseline a stock would be taken for one that jumps. */
    private void renewTrajectory(ObjectNode indicator) {
        JsonNode trajectory = indicator.path("trajectory");
        if (trajectory.has("from-month")) {
            shift((ObjectNode) trajectory, "from-month");
        } else if (indicator.hasNonNull("baseline") && !trajectory.has("seasonal")) {
            indicator.put("trajectory", "linear");
        } else if (trajectory.has("steps")) {
            indicator.remove("trajectory");
        }
    }

    private void shift(ObjectNode node, String month) {
        Period.parse(node.path(month).asText())
                .map(period -> period.plusMonths(12 * (year - from.year())))
                .ifPresent(period -> node.put(month, period.toString()));
    }
}
