package org.targetwatch.figure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Coded;
import org.targetwatch.web.FreeText;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/**
 * A report about a deliverable as it is sent.
 *
 * @param state {@code not_started}, {@code in_progress} or {@code done}
 * @param doneOn {@code 2020-09-30}, from the plan's January to the business date; with {@code done} only, and always
 * @param evidence text or link, at most 2,000 characters; required with {@code done}
 * @param note at most 2,000 characters
 */
@Schema(name = "DeliverableReport")
public record DeliverableForm(
        @Nullable String state, @Nullable String doneOn, @Nullable String evidence, @Nullable String note) {
    private static final int LONGEST = 2_000;

    /** Refuses with every mistake at once. */
    DeliverableReport validated(Plan plan, LocalDate today) {
        return new Reader(plan, today).read();
    }

    private final class Reader {
        private final Plan plan;
        private final LocalDate today;
        private final Violations violations = new Violations();

        private Reader(Plan plan, LocalDate today) {
            this.plan = plan;
            this.today = today;
        }

        private DeliverableReport read() {
            Optional<DeliverableState> read = readState();
            boolean done = read.filter(DeliverableState.DONE::equals).isPresent();
            Optional<LocalDate> day = readDay();
            String proof = readText("evidence", evidence);
            String remark = readText("note", note);
            if (done) {
                requireDayAndEvidence(proof);
            } else if (read.isPresent() && doneOn != null) {
                wrong(
                        "doneOn",
                        "E-NOT-DONE",
                        Text.of(
                                "状态为 %s 时不能填写完成日期 doneOn。",
                                "With the state %s there is no doneOn; leave it out.", state));
            }
            violations.refuseIfAny();
            return new DeliverableReport(read.orElseThrow(), day.orElse(null), proof, remark);
        }

        private Optional<DeliverableState> readState() {
            if (state == null) {
                wrong("state", "E-MISSING", Text.of("缺少 state，可用：%s。", "state is missing; use one of %s.", states()));
                return Optional.empty();
            }
            Optional<DeliverableState> read = Coded.parse(DeliverableState.class, state);
            if (read.isEmpty()) {
                wrong(
                        "state",
                        "E-STATE",
                        Text.of(
                                "没有“%s”这个状态，可用：%s。",
                                "There is no state '%s'; use one of %s.", Text.shown(state), states()));
            }
            return read;
        }

        private static String states() {
            return Arrays.stream(DeliverableState.values()).map(Coded::code).collect(Collectors.joining(", "));
        }

        private void requireDayAndEvidence(@Nullable String proof) {
            if (doneOn == null) {
                wrong(
                        "doneOn",
                        "E-MISSING",
                        Text.of("请填写完成日期 doneOn，如 %s。", "Say on which day it was done: doneOn, such as %s.", today));
            }
            if (proof == null) {
                wrong(
                        "evidence",
                        "E-EVIDENCE",
                        new Text(
                                "标记为已完成须附佐证 evidence（文号、文本或链接）。",
                                "What is done needs evidence: a document's number, a text or a link."));
            }
        }

        private Optional<LocalDate> readDay() {
            if (doneOn == null) {
                return Optional.empty();
            }
            try {
                LocalDate day = LocalDate.parse(doneOn);
                checkRange(day);
                return Optional.of(day);
            } catch (DateTimeException notADay) {
                wrong(
                        "doneOn",
                        "E-DATE",
                        Text.of(
                                "“%s”不是日期，应写作 2020-09-30。",
                                "'%s' is not a date; write it like 2020-09-30.", Text.shown(doneOn)));
                return Optional.empty();
            }
        }

        private void checkRange(LocalDate day) {
            if (day.isBefore(plan.start().firstDay())) {
                wrong(
                        "doneOn",
                        "E-DATE-RANGE",
                        Text.of(
                                "完成日期 %s 早于计划年度，最早为 %s。",
                                "%s lies before the plan's year; the first day is %s.",
                                day,
                                plan.start().firstDay()));
            }
            if (day.isAfter(today)) {
                wrong(
                        "doneOn",
                        "E-DATE-FUTURE",
                        Text.of(
                                "完成日期 %s 尚未到来，今天是 %s；未完成的事项请勿标记为已完成。",
                                "%s lies in the future, today is %s; do not mark as done what is not done yet.",
                                day,
                                today));
            }
        }

        /** Without blanks around it; null when nothing is left. */
        private @Nullable String readText(String field, @Nullable String sent) {
            String kept = FreeText.kept(sent);
            if (kept != null) {
                FreeText.refusal(kept, LONGEST).ifPresent(why -> wrong(field, "E-TEXT", why));
            }
            return kept;
        }

        private void wrong(String field, String code, Text message) {
            violations.add(new Violation(null, field, code, message));
        }
    }
}
