package org.targetwatch.supervision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.catalogue.WorkItem;
import org.targetwatch.figure.ReportCalendar;
import org.targetwatch.figure.ReportCalendar.RegionMonth;
import org.targetwatch.measure.Period;
import org.targetwatch.scorecard.Scorecards;
import org.targetwatch.supervision.Digest.Kind;
import org.targetwatch.web.BusinessDate;
import org.targetwatch.web.Language;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** The door to digests: of now for whoever asks, and once a working day for each office, kept and mailed. */
@ApplicationScoped
public class Digests {
    /** More answers than a mail server gives to one mail: the transaction that keeps what was sent does not end before. */
    private static final int SECONDS = 15 * Postman.SECONDS;

    private final Scorecards scorecards;
    private final Slips slips;
    private final ReportCalendar calendar;
    private final DigestStore store;
    private final DigestMail mail;
    private final ObjectMapper json;
    private final Clock clock;
    private final BusinessDate businessDate;

    Digests(
            Scorecards scorecards,
            Slips slips,
            ReportCalendar calendar,
            DigestStore store,
            DigestMail mail,
            ObjectMapper json,
            Clock clock,
            BusinessDate businessDate) {
        this.scorecards = scorecards;
        this.slips = slips;
        this.calendar = calendar;
        this.store = store;
        this.mail = mail;
        this.json = json;
        this.clock = clock;
        this.businessDate = businessDate;
    }

    /** The lead offices of the plan, in the order of its work items. */
    public static List<String> offices(Plan plan) {
        return plan.workItems().stream()
                .flatMap(item -> item.leadOffices().stream())
                .distinct()
                .toList();
    }

    /** The digest of today, of everything about it that {@code plan} shows; answers 404 where no such office leads anything. */
    @Transactional
    public Digest today(Plan plan, String office, Kind kind, Language language) {
        requireOffice(plan, office);
        return make(plan, office, kind, language, indicator -> true);
    }

    private static void requireOffice(Plan plan, String office) {
        if (!offices(plan).contains(office)) {
            throw Problem.notFound(Text.of(
                    "工作要点 %s 没有牵头科室“%s”，可用：%s。",
                    "No office '%2$s' leads anything in plan %1$s; there are: %3$s.",
                    plan.code(),
                    Text.shown(office),
                    String.join("、", offices(plan))));
        }
    }

    private Digest make(Plan plan, String office, Kind kind, Language language, Predicate<Indicator> shown) {
        List<Indicator> led = plan.indicators().values().stream()
                .filter(shown)
                .filter(indicator -> leads(plan, office, indicator))
                .toList();
        List<Slip> ofLed = slips.find(SlipQuery.of(plan)
                .ofIndicators(led.stream().map(Indicator::code).toList()));
        List<RegionMonth> months = months(plan);
        return scorecards.read(plan, cards -> new DigestMaker(cards, office, kind, led, businessDate.today(), language)
                .make(months, ofLed));
    }

    private static boolean leads(Plan plan, String office, Indicator indicator) {
        return plan.workItem(indicator.workItem())
                .map(WorkItem::leadOffices)
                .filter(offices -> offices.contains(office))
                .isPresent();
    }

    /** The last month that has ended: the one for which figures are due now. */
    private List<RegionMonth> months(Plan plan) {
        Period period = businessDate.month().previous();
        return period.isBefore(plan.start()) || period.isAfter(plan.lastPeriod())
                ? List.of()
                : calendar.of(plan, period, plan.regionCodes().sorted().toList());
    }

    /**
     * What was kept of a day that has passed, as JSON; empty where nothing was made. It holds nothing confidential. Answers
     * 404 where no such office leads anything.
     */
    @Transactional
    public Optional<String> kept(Plan plan, String office, Kind kind, LocalDate day) {
        requireOffice(plan, office);
        return store.content(plan.code(), office, kind, day);
    }

    /** The words that were kept of a day that has passed, as they were mailed; empty where nothing was made. */
    @Transactional
    public Optional<String> keptWords(Plan plan, String office, Kind kind, LocalDate day) {
        return kept(plan, office, kind, day).map(this::words);
    }

    private String words(String kept) {
        try {
            return json.readTree(kept).path("text").textValue();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A digest that was kept can always be read", impossible);
        }
    }

    /** The days of which a digest of an office was kept, newest first, {@code most} of them. */
    @Transactional
    public List<LocalDate> keptDays(Plan plan, String office, Kind kind, int most) {
        return store.days(plan.code(), office, kind, most);
    }

    /** The offices for which today's digest was not made yet. */
    @Transactional
    public List<String> missing(Plan plan, Kind kind) {
        var made = store.offices(plan.code(), kind, businessDate.today());
        return offices(plan).stream().filter(office -> !made.contains(office)).toList();
    }

    /**
     * Makes today's digest of an office, keeps it and mails it to the addresses that are configured, once over all replicas: who
     * comes second waits for the first and does nothing. If the mail cannot be sent nothing is kept, and the next attempt is anew.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @TransactionConfiguration(timeout = SECONDS)
    public void send(Plan plan, String office, Kind kind) {
        Digest digest = make(plan, office, kind, Language.ZH, indicator -> !indicator.confidential());
        List<String> addresses = mail.addresses(digest);
        boolean isFirst = store.store(
                digest, json(digest, Language.ZH), clock.instant().truncatedTo(ChronoUnit.MICROS), addresses.size());
        if (isFirst && !addresses.isEmpty()) {
            mail.send(digest, addresses);
        }
    }

    String json(Digest digest, Language language) {
        try {
            return json.writeValueAsString(DigestAnswer.of(digest, language));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A digest can always be written", impossible);
        }
    }
}
