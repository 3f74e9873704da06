package org.targetwatch.page.slip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Series;
import org.targetwatch.page.Shell;
import org.targetwatch.page.Shown;
import org.targetwatch.page.Subject;
import org.targetwatch.scorecard.Scorecards;
import org.targetwatch.supervision.Act;
import org.targetwatch.supervision.Finding;
import org.targetwatch.supervision.Slip;
import org.targetwatch.supervision.SlipDesk;
import org.targetwatch.web.BodyUpTo;
import org.targetwatch.web.BusinessDate;

/** Reads slips for pages: what there is, what is missing by now, and what this reader can do. */
@ApplicationScoped
class SlipReader {
    private final SlipDesk desk;
    private final Scorecards scorecards;
    private final Subject subject;
    private final Shell shell;
    private final BusinessDate businessDate;
    private final Clock clock;

    SlipReader(
            SlipDesk desk,
            Scorecards scorecards,
            Subject subject,
            Shell shell,
            BusinessDate businessDate,
            Clock clock) {
        this.desk = desk;
        this.scorecards = scorecards;
        this.subject = subject;
        this.shell = shell;
        this.businessDate = businessDate;
        this.clock = clock;
    }

    @Transactional
    SlipListView list(Plan plan, SlipWish wish) {
        List<SlipTurn> turns = desk.all(plan).stream()
                .map(slip -> SlipTurn.of(plan, slip, desk, businessDate.today()))
                .toList();
        return SlipListView.of(plan, turns, wish, subject.links(plan), shell.language());
    }

    @Transactional
    SlipView one(Plan plan, int number, SlipSaid said) {
        Slip slip = desk.one(plan, number);
        Speaker speaker = new Speaker(subject.links(plan), clock.getZone(), shell.language());
        return SlipView.of(
                plan,
                slip,
                now(plan, slip.opening().series()),
                can(plan, slip),
                desk.mayDecide(plan, slip),
                said,
                speaker);
    }

    private SlipView.Can can(Plan plan, Slip slip) {
        boolean replies = desk.mayReply(plan, slip);
        boolean decides = desk.mayDecide(plan, slip);
        List<Act> moves = slip.can();
        return new SlipView.Can(
                replies && moves.contains(Act.REPLIED),
                !SlipTurn.replies(plan, slip, desk),
                replies && slip.isOpen(),
                decides && moves.contains(Act.ACCEPTED),
                decides && moves.contains(Act.SENT_BACK),
                decides && moves.contains(Act.CLOSED),
                businessDate.today(),
                desk.usualDue(plan).toString(),
                limit());
    }

    /** In MB. */
    private String limit() {
        return Shown.number(Exact.of(BigDecimal.valueOf(desk.largestFile()))
                .dividedBy(BodyUpTo.MEGABYTE)
                .rounded(1));
    }

    /** What the card says now; empty without one. */
    private Optional<Finding> now(Plan plan, Series series) {
        return scorecards.read(plan, cards -> cards.card(
                        series.indicator(),
                        series.region(),
                        cards.currentPeriods().get(series.indicator()))
                .map(Finding::of));
    }

    /** What a slip would be opened for. */
    @Transactional
    OpeningView opening(Plan plan, Series series, SlipSaid said) {
        List<Slip> open = desk.ofIndicator(plan, series.indicator()).stream()
                .filter(slip -> slip.isOpen() && slip.opening().series().equals(series))
                .toList();
        return OpeningView.of(
                plan,
                series,
                now(plan, series),
                open,
                new OpeningView.Days(businessDate.today(), desk.usualDue(plan).toString()),
                said,
                subject.links(plan),
                shell.language());
    }
}
