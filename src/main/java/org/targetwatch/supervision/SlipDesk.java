package org.targetwatch.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.scorecard.Card;
import org.targetwatch.scorecard.Scorecards;
import org.targetwatch.supervision.AttachmentStore.Key;
import org.targetwatch.web.BusinessDate;
import org.targetwatch.web.FreeText;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/** The door to slips for people: everything is what the caller may see and do, over REST and on pages alike. */
@ApplicationScoped
public class SlipDesk {
    private static final int MOST_ATTACHMENTS = 10;
    private static final int LONGEST_NAME = 100;

    private final Slips slips;
    private final SlipRights rights;
    private final AttachmentStore attachments;
    private final Scorecards scorecards;
    private final SupervisionConfig config;
    private final BusinessDate businessDate;

    SlipDesk(
            Slips slips,
            SlipRights rights,
            AttachmentStore attachments,
            Scorecards scorecards,
            SupervisionConfig config,
            BusinessDate businessDate) {
        this.slips = slips;
        this.rights = rights;
        this.attachments = attachments;
        this.scorecards = scorecards;
        this.config = config;
        this.businessDate = businessDate;
    }

    /** Every slip that the caller may see, in the order of their numbers. */
    @Transactional
    public List<Slip> all(Plan plan) {
        return find(plan, SlipQuery.of(plan));
    }

    List<Slip> find(Plan plan, SlipQuery query) {
        List<String> sight = rights.regions(plan);
        return slips.find(
                query.ofRegions(query.regions().stream().filter(sight::contains).toList()));
    }

    /** Answers 404 where there is no such slip, 403 where it is of a region that is not the caller's. */
    @Transactional
    public Slip one(Plan plan, int number) {
        Slip slip = slips.require(plan, number);
        rights.requireSight(plan, slip.opening().series());
        return slip;
    }

    /** Whether the caller is one of those who reply to it, should its state allow that. */
    public boolean mayReply(Plan plan, Slip slip) {
        return rights.mayReply(plan, slip.opening().series());
    }

    /** Whether the caller is one of those who accept, send back and close, should its state allow that. */
    public boolean mayDecide(Plan plan, Slip slip) {
        return rights.mayDecide(plan, slip.opening().series());
    }

    /** Opens a slip by hand. */
    @Transactional
    public Slip open(Plan plan, SlipForms.Open form) {
        Violations violations = new Violations();
        Optional<Series> series = series(plan, form, violations);
        LocalDate usual = usualDue(plan);
        Optional<LocalDate> due = SlipForms.optionalDay("due", form.due(), businessDate.today(), usual, violations);
        String reason = form.requireReason(violations);
        violations.refuseIfAny();
        rights.requireOffice(plan, series.orElseThrow());
        return open(plan, series.get(), Said.opened(reason, due.orElseThrow(), null));
    }

    private static Optional<Series> series(Plan plan, SlipForms.Open form, Violations violations) {
        String indicatorCode = String.valueOf(form.indicator());
        String region = form.region() == null ? plan.region() : form.region();
        Optional<Indicator> indicator = plan.indicator(indicatorCode);
        if (indicator.isEmpty()) {
            violations.add(new Violation(
                    null,
                    "indicator",
                    "E-INDICATOR",
                    Text.of(
                            "没有指标“%s”，可用的见 /api/v1/plans/%s/indicators。",
                            "There is no indicator '%s'; see /api/v1/plans/%s/indicators.",
                            Text.shown(indicatorCode),
                            plan.code())));
            return Optional.empty();
        }
        if (!isSupervised(plan, indicator.get(), region)) {
            violations.add(new Violation(
                    null,
                    "region",
                    "E-REGION",
                    Text.of(
                            "指标 %s 不能对“%s”开督办单：单位不存在、不涉及该指标，或该指标只对市级督办。",
                            "No slip can be opened for '%2$s' on indicator %1$s: there is no such region, the indicator does"
                                    + " not concern it, or it is followed up for the city only.",
                            indicatorCode,
                            Text.shown(region))));
        }
        return Optional.of(new Series(indicatorCode, region));
    }

    /** What is confidential is never followed up by county. */
    private static boolean isSupervised(Plan plan, Indicator indicator, String region) {
        return plan.concerns(region, indicator) && (region.equals(plan.region()) || !indicator.confidential());
    }

    private Slip open(Plan plan, Series series, Said said) {
        return scorecards.read(plan, cards -> {
            Period current = cards.currentPeriods().get(series.indicator());
            Card card = cards.card(series.indicator(), series.region(), current)
                    .orElseThrow(() -> Problem.conflict(Text.of(
                            "%s 的指标 %s 尚无记分卡，请等评判完成后再开督办单。",
                            "Region %s has no card for %s yet; open the slip once it is judged.",
                            series.region(),
                            series.indicator())));
            List<Share> shares = Share.largest(cards.gapSplit(card));
            return slips.open(plan, series, Cause.HAND, Finding.of(card), shares, said, rights.name())
                    .orElseThrow(() -> alreadyOpen(plan, series));
        });
    }

    private Problem alreadyOpen(Plan plan, Series series) {
        Slip open = slips.openOf(plan, series).stream()
                .filter(slip -> slip.opening().cause() == Cause.HAND)
                .findFirst()
                .orElseThrow();
        return Problem.conflict(Text.of(
                "%s 的指标 %s 已有 %s 号督办单未办结，请在该单上办理。",
                "Region %s already has slip %3$s open for %2$s; act on that one.",
                series.region(),
                series.indicator(),
                open.number()));
    }

    private LocalDate usualDue(Plan plan) {
        return SlipForms.usualDue(plan, businessDate.today(), config.replyDays());
    }

    /** The region's reply. */
    @Transactional
    public Slip reply(Plan plan, int number, SlipForms.Reply form) {
        rights.requireReply(plan, one(plan, number).opening().series());
        return record(plan, number, form.validated(businessDate.today()));
    }

    /** Accepts the reply, and closes the slip where that is what acceptance means here. */
    @Transactional
    public Slip accept(Plan plan, int number, SlipForms.Accept form) {
        rights.requireOffice(plan, one(plan, number).opening().series());
        Slip accepted = record(plan, number, form.validated());
        return config.closeOnAcceptance() ? record(plan, number, Said.because(Act.CLOSED, "回复已采纳")) : accepted;
    }

    @Transactional
    public Slip sendBack(Plan plan, int number, SlipForms.SendBack form) {
        rights.requireOffice(plan, one(plan, number).opening().series());
        return record(plan, number, form.validated(businessDate.today(), usualDue(plan)));
    }

    @Transactional
    public Slip close(Plan plan, int number, SlipForms.Close form) {
        rights.requireOffice(plan, one(plan, number).opening().series());
        return record(plan, number, form.validated());
    }

    private Slip record(Plan plan, int number, Said said) {
        return slips.record(plan, number, said, rights.name());
    }

    /** Adds a file for whoever reads the reply; the same content again adds nothing. */
    @Transactional
    public Attachment attach(Plan plan, int number, String name, byte[] content) {
        slips.lock(plan);
        Slip slip = one(plan, number);
        rights.requireReply(plan, slip.opening().series());
        AttachmentType type = requireType(name, content);
        String hash =
                new Attachment(number, 0, name, type.code(), content).hash().hex();
        Optional<Step> same = slip.steps(Act.ATTACHED)
                .filter(step -> hash.equals(step.about()))
                .findFirst();
        return same.map(step -> attachment(plan, number, step.seq()))
                .orElseGet(() -> attach(plan, slip, name, type, content, hash));
    }

    private Attachment attach(Plan plan, Slip slip, String name, AttachmentType type, byte[] content, String hash) {
        if (slip.steps(Act.ATTACHED).count() >= MOST_ATTACHMENTS) {
            throw Problem.conflict(Text.of(
                    "一张督办单最多 %s 个附件，请合并材料。",
                    "A slip takes %s files at most; put the papers into one.", MOST_ATTACHMENTS));
        }
        Slip after = record(plan, slip.number(), Said.remark(Act.ATTACHED, name, hash));
        Attachment attachment = Attachment.of(after, name, type, content);
        attachments.insert(plan.code(), List.of(attachment));
        return attachment;
    }

    private static AttachmentType requireType(String name, byte[] content) {
        Violations violations = new Violations();
        boolean usable = !name.isBlank()
                && FreeText.refusal(name, LONGEST_NAME).isEmpty()
                && Text.isPlain(name)
                && !name.matches(".*[/\\\\].*");
        Optional<AttachmentType> type = AttachmentType.of(name, content);
        if (!usable || type.isEmpty()) {
            violations.add(new Violation(
                    null,
                    "name",
                    "E-ATTACHMENT",
                    Text.of(
                            "附件“%s”不能接收：文件名 name 最多 %s 个字、不含路径，以 %s 之一结尾，且内容须是该类文件。",
                            "The file '%s' cannot be taken: its name has at most %s characters, no path, ends in one of %s,"
                                    + " and the content must be such a file.",
                            Text.shown(name),
                            LONGEST_NAME,
                            AttachmentType.all())));
        }
        violations.refuseIfAny();
        return type.orElseThrow();
    }

    /** @param seq that of the step which added it; answers 404 where none did */
    @Transactional
    public Attachment attachment(Plan plan, int number, int seq) {
        one(plan, number);
        return attachments
                .find(plan.code(), new Key(number, seq))
                .orElseThrow(
                        () -> Problem.notFound(Text.of("%s 号督办单没有 %s 号附件。", "Slip %s has no file %s.", number, seq)));
    }
}
