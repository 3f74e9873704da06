package org.targetwatch.supervision;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.catalogue.Region;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Unit;
import org.targetwatch.progress.Status;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/**
 * A slip as it is served; numbers as on cards.
 *
 * @param period the month whose card opened it, and what that card said then
 * @param shares who holds most of the gap, of the regions below
 * @param stateName the state in the caller's language
 * @param dueDay by when a reply is owed, or when the region promised to be done; null where nothing is owed
 * @param jumped whether the figure jumped after it was opened; the step says how
 * @param reply the last one
 * @param can what can be done to it as it stands
 */
@Schema(name = "Slip")
public record SlipAnswer(
        int number,
        String indicator,
        String indicatorName,
        String region,
        String regionName,
        List<String> offices,
        Cause cause,
        Period period,
        Status status,
        Unit unit,
        @Nullable BigDecimal actual,
        @Nullable BigDecimal target,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal gap,
        @Nullable BigDecimal gapCount,
        Unit countUnit,
        @Nullable BigDecimal lagPoints,
        List<Part> shares,
        Phase state,
        String stateName,
        @Nullable LocalDate dueDay,
        boolean overdue,
        boolean jumped,
        LocalDate openedOn,
        String openedBy,
        @Nullable Reply reply,
        List<StepAnswer> steps,
        List<Act> can) {

    /** A region that holds a part of the gap, in {@code countUnit}. */
    @Schema(name = "SlipShare")
    public record Part(String region, String regionName, BigDecimal count) {}

    /** @param newDate by when the region says it will be done */
    @Schema(name = "SlipReplyGiven")
    public record Reply(
            @Nullable String reason,
            @Nullable String measure,
            @Nullable LocalDate newDate,
            LocalDate day,
            String recordedBy) {
        static Reply of(Step step) {
            return new Reply(step.reason(), step.measure(), step.until(), step.day(), step.recordedBy());
        }
    }

    /**
     * One thing that was done to it.
     *
     * @param seq of an attached file: what to ask for under {@code …/attachments/{seq}}
     * @param until the day that the step set
     * @param about of a remark: the alert, the kind of jump with its month, or the file's SHA-256
     */
    @Schema(name = "SlipStep")
    public record StepAnswer(
            int seq,
            Act act,
            String name,
            @Nullable String reason,
            @Nullable String measure,
            @Nullable LocalDate until,
            @Nullable String about,
            LocalDate day,
            Instant recordedAt,
            String recordedBy) {
        static StepAnswer of(Step step, Language language) {
            return new StepAnswer(
                    step.seq(),
                    step.act(),
                    step.act().words().in(language),
                    Jump.noted(step).map(jump -> jump.words().in(language)).orElse(step.reason()),
                    step.measure(),
                    step.until(),
                    step.about(),
                    step.day(),
                    step.recordedAt(),
                    step.recordedBy());
        }
    }

    static SlipAnswer of(Plan plan, Slip slip, LocalDate today, Language language) {
        Slip.Opening opening = slip.opening();
        Finding finding = opening.finding();
        SlipState state = slip.state();
        Indicator indicator = plan.requireIndicator(opening.series().indicator());
        return new SlipAnswer(
                slip.number(),
                indicator.code(),
                new Text(indicator.name(), indicator.english()).in(language),
                opening.series().region(),
                regionName(plan, opening.series().region(), language),
                opening.offices(),
                opening.cause(),
                finding.period(),
                finding.status(),
                Unit.of(indicator.measure().unit().base()),
                finding.actual(),
                finding.target(),
                finding.expected(),
                finding.gap(),
                finding.gapCount(),
                Unit.of(indicator.measure().countUnit().base()),
                finding.lagPoints(),
                opening.shares().stream()
                        .map(share ->
                                new Part(share.region(), regionName(plan, share.region(), language), share.count()))
                        .toList(),
                state.phase(),
                state.phase().words().in(language),
                state.due().orElse(null),
                slip.isOverdue(today),
                slip.hasJumped(),
                slip.first().day(),
                slip.first().recordedBy(),
                slip.reply().map(Reply::of).orElse(null),
                slip.steps().stream().map(step -> StepAnswer.of(step, language)).toList(),
                slip.can());
    }

    private static String regionName(Plan plan, String code, Language language) {
        return plan.regions()
                .find(code)
                .map(SlipAnswer::name)
                .map(text -> text.in(language))
                .orElse(code);
    }

    private static Text name(Region region) {
        return new Text(region.name(), region.english());
    }
}
