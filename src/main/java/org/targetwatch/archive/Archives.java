package org.targetwatch.archive;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.targetwatch.archive.ArchiveReader.Header;
import org.targetwatch.audit.AuditTrail;
import org.targetwatch.audit.Facts;
import org.targetwatch.audit.Subject;
import org.targetwatch.audit.TrailArchive;
import org.targetwatch.bulletin.BulletinArchive;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.figure.ClosingArchive;
import org.targetwatch.figure.Deliverables;
import org.targetwatch.figure.Exemptions;
import org.targetwatch.figure.RevisionArchive;
import org.targetwatch.rows.Snapshot;
import org.targetwatch.supervision.SlipArchive;
import org.targetwatch.target.Targets;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** The door to archives: a whole plan as one file. Both ways some records are in memory at a time, whatever their number. */
@ApplicationScoped
public class Archives {
    /** The longest that a slow line may take. */
    private static final int SECONDS = 4 * 60 * 60;

    private final Session session;
    private final Clock clock;
    private final Catalogue catalogue;
    private final Targets targets;
    private final Exemptions exemptions;
    private final Deliverables deliverables;
    private final RevisionArchive revisions;
    private final ClosingArchive closings;
    private final BulletinArchive bulletins;
    private final TrailArchive events;
    private final AuditTrail trail;
    private final SlipArchive slips;
    private final PlanSection plans;
    private final List<Section<?>> records;

    Archives(
            Session session,
            Clock clock,
            Catalogue catalogue,
            Targets targets,
            Exemptions exemptions,
            Deliverables deliverables,
            RevisionArchive revisions,
            ClosingArchive closings,
            BulletinArchive bulletins,
            TrailArchive events,
            SlipArchive slips,
            AuditTrail trail) {
        this.session = session;
        this.clock = clock;
        this.catalogue = catalogue;
        this.targets = targets;
        this.exemptions = exemptions;
        this.deliverables = deliverables;
        this.revisions = revisions;
        this.closings = closings;
        this.bulletins = bulletins;
        this.events = events;
        this.trail = trail;
        this.slips = slips;
        this.plans = new PlanSection(catalogue);
        this.records = List.of(
                new TargetSection(catalogue, targets),
                new ExemptionSection(exemptions),
                new DeliverableSection(deliverables),
                new BatchSection(revisions),
                new RevisionSection(revisions),
                new ClosingSection(closings),
                new BulletinTextSection(bulletins),
                new BulletinSection(bulletins),
                new SlipSection(slips),
                new StepSection(slips),
                new AttachmentSection(slips),
                new EventSection(events));
    }

    /**
     * What was imported.
     *
     * @param records how many of each type
     */
    public record Restored(String plan, Instant exportedAt, Map<String, Long> records) {}

    /** Leaves a row that says who takes everything of a plan with him, confidential indicators too. */
    @Transactional
    public void recordExport(String plan, String by) {
        trail.record(by, "plan.exported", Subject.plan(plan), Facts.NONE);
    }

    /** Writes everything of a plan as it is at one moment, whoever writes meanwhile. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @TransactionConfiguration(timeout = SECONDS)
    public void export(String plan, OutputStream out) {
        Snapshot.begin(session);
        ArchiveWriter writer = new ArchiveWriter(out);
        writer.header(plan, clock.instant().truncatedTo(ChronoUnit.MICROS));
        write(plan, plans, writer);
        records.forEach(section -> write(plan, section, writer));
        writer.end();
    }

    private static <T> void write(String plan, Section<T> section, ArchiveWriter writer) {
        section.each(plan, record -> writer.record(section.write(record, Line.of(section.type()))));
    }

    /**
     * Stores what an archive holds, all or nothing, and has the plan judged anew.
     *
     * @param content plain, or packed with gzip
     * @param by the account that sent it
     * @throws Problem when it is no archive, is damaged, or the plan has a past here already
     */
    @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = IOException.class)
    @TransactionConfiguration(timeout = SECONDS)
    public Restored restore(InputStream content, String by) throws IOException {
        ArchiveReader reader = new ArchiveReader(Unpacked.of(content), clock.instant());
        Header header = reader.header();
        Restoration restoration = new Restoration(header.plan(), reader);
        restoration.requireNext(plans);
        restoration.restore(plans);
        refuseUnlessEmpty(header.plan());
        for (Section<?> section : records) {
            restoration.restore(section);
        }
        restoration.refuseOthers();
        revisions.finish(header.plan());
        slips.finish(header.plan());
        trail.record(by, "plan.imported", Subject.plan(header.plan()), Facts.of("exportedAt", header.exportedAt()));
        return new Restored(header.plan(), header.exportedAt(), reader.counts());
    }

    private void refuseUnlessEmpty(String plan) {
        boolean isEmpty = revisions.begin(catalogue.require(plan))
                && !targets.holds(plan)
                && !exemptions.holds(plan)
                && !deliverables.holds(plan)
                && !closings.holds(plan)
                && !bulletins.holds(plan)
                && !slips.holds(plan)
                && !events.holds(plan);
        if (!isEmpty) {
            throw Problem.conflict(Text.of(
                    "工作要点 %s 在这台服务器上已有数据，未导入任何内容；存档只能导入没有该工作要点数据的服务器。",
                    "Plan %s has data on this server already; nothing was imported. An archive can only be imported where"
                            + " there is none of its plan.",
                    plan));
        }
    }
}
