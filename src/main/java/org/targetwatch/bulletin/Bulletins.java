package org.targetwatch.bulletin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.audit.AuditTrail;
import org.targetwatch.audit.Chain;
import org.targetwatch.audit.Facts;
import org.targetwatch.audit.Hash;
import org.targetwatch.audit.Recorders;
import org.targetwatch.audit.Subject;
import org.targetwatch.bulletin.Composer.Issuance;
import org.targetwatch.bulletin.Corrections.Last;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Period;
import org.targetwatch.web.BusinessDate;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** The door to bulletins: drafts are made anew at each look, issued ones are kept as they were. */
@ApplicationScoped
public class Bulletins {
    private final BulletinStore store;
    private final Reader reader;
    private final Papers papers;
    private final Recorders recorders;
    private final AuditTrail trail;
    private final BusinessDate businessDate;
    private final Clock clock;

    Bulletins(
            BulletinStore store,
            Reader reader,
            Papers papers,
            Recorders recorders,
            AuditTrail trail,
            BusinessDate businessDate,
            Clock clock) {
        this.store = store;
        this.reader = reader;
        this.papers = papers;
        this.recorders = recorders;
        this.trail = trail;
        this.businessDate = businessDate;
        this.clock = clock;
    }

    /** All issued ones, by number. */
    @Transactional
    public List<Issued> issued(String plan) {
        return store.issued(plan);
    }

    /** The bulletin of a month as it was issued; empty while it is a draft. */
    @Transactional
    public Optional<KeptBulletin> kept(String plan, Period period) {
        return store.kept(plan, period);
    }

    /** What was last written into a month's bulletin. */
    @Transactional
    public Optional<WrittenText> text(String plan, Period period) {
        return last(store.texts(plan, period));
    }

    /**
     * The bulletin of a month made from what was known at {@code knownAt}. At the moment to which an issued one belongs it is
     * that one, made again; at any other it is a draft.
     */
    @Transactional
    public Bulletin made(String plan, Period period, Instant knownAt) {
        Optional<Issued> issued = store.issued(plan).stream()
                .filter(one -> one.period().equals(period) && one.knownAt().equals(knownAt))
                .findFirst();
        Instant until = issued.map(Issued::issuedAt).orElse(knownAt);
        BulletinText text = last(store.texts(plan, period).stream()
                        .filter(written -> !written.recordedAt().isAfter(until))
                        .toList())
                .map(WrittenText::text)
                .orElse(BulletinText.NONE);
        Reading reading = reader.read(plan, period, knownAt, before(plan, period, until));
        return Composer.compose(
                reading,
                text,
                issued.map(one -> issuance(one.number(), one.issuedAt(), one.issuedBy()))
                        .orElse(null));
    }

    private Issuance issuance(int number, Instant at, String by) {
        return new Issuance(number, at, businessDate.on(at), by);
    }

    public byte[] file(Bulletin bulletin, Format format) {
        return papers.file(bulletin, format);
    }

    /** The moment of now, to which a draft is made. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Optional<Last> before(String plan, Period period, Instant until) {
        return last(store.issued(plan).stream()
                        .filter(one ->
                                one.period().isBefore(period) && one.issuedAt().isBefore(until))
                        .toList())
                .map(one -> new Last(
                        one.number(),
                        one.period(),
                        one.knownAt(),
                        PaperJson.printed(
                                store.kept(plan, one.period()).orElseThrow().model())));
    }

    /**
     * Keeps what people write into a draft; saying the same again keeps nothing new.
     *
     * @param expected the number of the text it replaces, 0 when there is none yet; null when any will do
     * @throws Problem when it is issued already, or somebody else wrote first
     */
    @Transactional
    public WrittenText write(String plan, Period period, BulletinText text, @Nullable Integer expected, String by) {
        store.lock(plan);
        refuseIssued(plan, period);
        Optional<WrittenText> last = last(store.texts(plan, period));
        refuseOverwriting(expected, last.map(WrittenText::number).orElse(0));
        String content = PaperJson.of(text);
        return last.filter(same -> same.content().equals(content)).orElseGet(() -> {
            Instant now = recorders.time(last.map(WrittenText::recordedAt));
            WrittenText written =
                    new WrittenText(period, last.map(WrittenText::number).orElse(0) + 1, content, now, by);
            store.append(plan, written);
            trail.record(by, "bulletin.written", subject(plan, period), Facts.of("number", written.number()));
            return written;
        });
    }

    /**
     * Issues a month's bulletin: from now on it is kept as it is.
     *
     * @param asLookedAt the moment of the draft that was looked at; empty: now
     * @throws Problem when it or a later one is issued already
     */
    @Transactional
    public Issued issue(Plan plan, Period period, Optional<Instant> asLookedAt, String by) {
        store.lock(plan.code());
        refuseIssued(plan.code(), period);
        Optional<Issued> last = store.last(plan.code());
        last.ifPresent(before -> refuseOutOfOrder(before, period, asLookedAt));
        Instant knownAt = asLookedAt.orElseGet(this::now);
        Reading reading = reader.read(plan.code(), period, knownAt, before(plan.code(), period, Instant.MAX));
        // Behind the reading: whoever has taken a time would be waited for by it.
        Instant now = recorders.time(Optional.of(knownAt));
        KeptBulletin kept = kept(plan.code(), reading, last, now, by);
        store.append(plan.code(), kept);
        trail.record(
                by,
                "bulletin.issued",
                subject(plan.code(), period),
                kept.issued().facts());
        return kept.issued();
    }

    private static Subject subject(String plan, Period period) {
        return Subject.inPlan(plan).and("period", period);
    }

    private KeptBulletin kept(String plan, Reading reading, Optional<Issued> last, Instant now, String by) {
        Optional<WrittenText> text = last(store.texts(plan, reading.period()));
        Issuance issuance = issuance(last.map(Issued::number).orElse(0) + 1, now, by);
        Bulletin bulletin =
                Composer.compose(reading, text.map(WrittenText::text).orElse(BulletinText.NONE), issuance);
        Issued issued = new Issued(
                issuance.number(),
                reading.period(),
                reading.knownAt(),
                now,
                by,
                text.map(WrittenText::number).orElse(0),
                reading.version(),
                reading.closing().map(closing -> closing.hash()).orElse(null),
                Hash.START);
        return papers.kept(issued, bulletin).after(last.map(Issued::head).orElse(Chain.Head.START), plan);
    }

    private void refuseIssued(String plan, Period period) {
        store.issued(plan).stream()
                .filter(one -> one.period().equals(period))
                .findFirst()
                .ifPresent(one -> {
                    throw Problem.conflict(Text.of(
                            "%s 的通报已作为第 %s 期印发，不再改动；此后的更正列入下一期的修订说明。",
                            "The bulletin of %s is issued as number %s and does not change any more; corrections stand in the"
                                    + " next one.",
                            period,
                            one.number()));
                });
    }

    private static void refuseOutOfOrder(Issued last, Period period, Optional<Instant> knownAt) {
        if (period.isBefore(last.period())) {
            throw Problem.conflict(Text.of(
                    "第 %s 期（%s）已印发，此前月份的通报不能再印发。",
                    "Number %s, of %s, is issued; a month before it cannot be issued any more.",
                    last.number(),
                    last.period()));
        }
        if (knownAt.filter(last.knownAt()::isAfter).isPresent()) {
            throw Problem.conflict(Text.of(
                    "knownAt 早于第 %s 期的数据时间 %s，请改用其后的时间。",
                    "knownAt lies before that of number %s, %s; use a later moment.", last.number(), last.knownAt()));
        }
    }

    private static void refuseOverwriting(@Nullable Integer expected, int number) {
        if (expected != null && expected != number) {
            throw Problem.of(
                    Problem.Kind.PRECONDITION_FAILED,
                    Text.of(
                            "通报文字已被他人修改（现为第 %s 次），请重新读取后再提交。",
                            "Somebody else has written meanwhile (now number %s); read again and repeat.", number));
        }
    }

    private static <T> Optional<T> last(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }
}
