package org.targetwatch.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Series;
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
    private final HandOpening opening;
    private final SupervisionConfig config;
    private final BusinessDate businessDate;

    SlipDesk(
            Slips slips,
            SlipRights rights,
            AttachmentStore attachments,
            HandOpening opening,
            SupervisionConfig config,
            BusinessDate businessDate) {
        this.slips = slips;
        this.rights = rights;
        this.attachments = attachments;
        this.opening = opening;
        this.config = config;
        this.businessDate = businessDate;
    }

    /** Every slip that the caller may see, in the order of their numbers. */
    @Transactional
    public List<Slip> all(Plan plan) {
        return find(plan, SlipQuery.of(plan));
    }

    List<Slip> find(Plan plan, SlipQuery query) {
        return slips.find(
                query.ofRegions(query.regions().stream().filter(plan::reaches).toList()));
    }

    /** Answers 404 where there is no such slip, and where it is of a region that is not the caller's. */
    @Transactional
    public Slip one(Plan plan, int number) {
        return slips.find(plan, number)
                .filter(slip -> plan.reaches(slip.opening().series().region()))
                .orElseThrow(() -> Slips.notFound(plan, number));
    }

    /** Whether the caller is one of those who reply to it, should its state allow that. */
    public boolean mayReply(Plan plan, Slip slip) {
        return rights.mayReply(plan, slip.opening().series());
    }

    /** Whether the caller is one of those who accept, send back and close, should its state allow that. */
    public boolean mayDecide(Plan plan, Slip slip) {
        return rights.mayDecide(plan, slip.opening().series());
    }

    /** Those of them that are not settled. */
    @Transactional
    public List<Slip> ongoing(Plan plan) {
        return find(plan, SlipQuery.of(plan).in(SlipQuery.OPEN));
    }

    /** Every slip of one indicator that the caller may see, in the order of their numbers: its history. */
    @Transactional
    public List<Slip> ofIndicator(Plan plan, String indicator) {
        return find(plan, SlipQuery.of(plan).ofIndicators(List.of(indicator)));
    }

    /** Whether the caller may open a slip for the series by hand, should none be open. */
    public boolean mayOpen(Plan plan, Series series) {
        return HandOpening.isPossible(plan, series) && rights.mayDecide(plan, series);
    }

    /** Opens a slip by hand. */
    @Transactional
    public Slip open(Plan plan, SlipForms.Open form) {
        return opening.open(plan, form, usualDue(plan));
    }

    /** The day on which a reply is owed when nobody says another. */
    public LocalDate usualDue(Plan plan) {
        return SlipForms.usualDue(plan, businessDate.today(), config.replyDays());
    }

    /** The region's reply. */
    @Transactional
    public Slip reply(Seen seen, SlipForms.Reply form) {
        requireReply(seen);
        return record(seen, form.validated(businessDate.today()));
    }

    private Slip requireReply(Seen seen) {
        Slip slip = locked(seen);
        rights.requireReply(seen.plan(), slip.opening().series());
        seen.requireOf(slip);
        return slip;
    }

    /** Accepts the reply, and closes the slip where that is what acceptance means here. */
    @Transactional
    public Slip accept(Seen seen, SlipForms.Accept form) {
        requireOffice(seen);
        Slip accepted = record(seen, form.validated());
        return config.closeOnAcceptance() ? record(seen, Said.because(Act.CLOSED, "回复已采纳")) : accepted;
    }

    /** Sends the reply back; another one is owed. */
    @Transactional
    public Slip sendBack(Seen seen, SlipForms.SendBack form) {
        requireOffice(seen);
        return record(seen, form.validated(businessDate.today(), usualDue(seen.plan())));
    }

    /** Closes a slip, whatever was or was not replied. */
    @Transactional
    public Slip close(Seen seen, SlipForms.Close form) {
        requireOffice(seen);
        return record(seen, form.validated());
    }

    private void requireOffice(Seen seen) {
        Slip slip = locked(seen);
        rights.requireOffice(seen.plan(), slip.opening().series());
        seen.requireOf(slip);
    }

    /** Between what is checked here and what is recorded nobody else does anything. */
    private Slip locked(Seen seen) {
        slips.lock(seen.plan());
        return one(seen.plan(), seen.number());
    }

    private Slip record(Seen seen, Said said) {
        return slips.record(seen.plan(), seen.number(), said, rights.name());
    }

    /** How many bytes a file may have. */
    public long largestFile() {
        return config.attachmentMaxBytes();
    }

    /** Adds a file for whoever reads the reply; the same content again adds nothing. */
    @Transactional
    public Attachment attach(Seen seen, String name, byte[] content) {
        Slip slip = requireReply(seen);
        AttachmentType type = requireType(name, content);
        String hash = new Attachment(seen.number(), 0, name, type.code(), content)
                .hash()
                .hex();
        Optional<Step> same = slip.steps(Act.ATTACHED)
                .filter(step -> hash.equals(step.about()))
                .findFirst();
        return same.map(step -> attachment(seen.plan(), seen.number(), step.seq()))
                .orElseGet(() -> attach(seen, slip, name, type, content, hash));
    }

    private Attachment attach(Seen seen, Slip slip, String name, AttachmentType type, byte[] content, String hash) {
        if (slip.steps(Act.ATTACHED).count() >= MOST_ATTACHMENTS) {
            throw Problem.conflict(Text.of(
                    "一张督办单最多 %s 个附件，请合并材料。",
                    "A slip takes %s files at most; put the papers into one.", MOST_ATTACHMENTS));
        }
        Slip after = record(seen, Said.remark(Act.ATTACHED, name, hash));
        Attachment attachment = Attachment.of(after, name, type, content);
        attachments.insert(seen.plan().code(), List.of(attachment));
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
