package org.targetwatch.page.slip;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.targetwatch.audit.AuditTrail;
import org.targetwatch.page.Links;
import org.targetwatch.page.Shown;
import org.targetwatch.supervision.Act;
import org.targetwatch.supervision.Jump;
import org.targetwatch.supervision.Slip;
import org.targetwatch.supervision.Step;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/** Puts the steps of a slip into words for one reader. */
record Speaker(Links links, ZoneId zone, Language language) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    SlipView.Entry entry(Step step) {
        return new SlipView.Entry(
                step.act().code(),
                word(step.act()).in(language),
                Jump.noted(step).map(jump -> jump.words().in(language)).orElse(step.reason()),
                step.measure(),
                step.until() == null ? null : until(step.act(), step.until()),
                moment(step),
                name(step).in(language));
    }

    /** What was done, as people look back on it. */
    static Text word(Act act) {
        return new Text(act.words().zh(), act.code().replace('_', ' '));
    }

    /** Who did it, be it the program. */
    static Text name(Step step) {
        return step.recordedBy().equals(AuditTrail.SYSTEM)
                ? new Text("系统自动", "by the program")
                : new Text(step.recordedBy(), step.recordedBy());
    }

    private String moment(Step step) {
        return MOMENT.format(step.recordedAt().atZone(zone));
    }

    private String until(Act act, LocalDate day) {
        Text said = act == Act.REPLIED
                ? Text.of("承诺%s完成", "to be done by %s", Shown.day(day, language))
                : Text.of("%s前回复", "reply by %s", Shown.day(day, language));
        return said.in(language);
    }

    SlipView.File file(Slip slip, Step step) {
        return new SlipView.File(
                "/api/v1/plans/%s/slips/%d/attachments/%d"
                        .formatted(slip.opening().plan(), slip.number(), step.seq()),
                String.valueOf(step.reason()),
                moment(step) + " · " + step.recordedBy());
    }
}
