package org.targetwatch.page.indicator;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Deliverables;
import org.targetwatch.figure.Figure;
import org.targetwatch.figure.Figures;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.page.Links;
import org.targetwatch.page.RevisionView;
import org.targetwatch.page.Shell;
import org.targetwatch.page.Subject;
import org.targetwatch.page.slip.SlipLine;
import org.targetwatch.scorecard.Scorecards;
import org.targetwatch.supervision.Slip;
import org.targetwatch.supervision.SlipDesk;

/** 指标: one promise in one region, how it goes and how that was reached. */
@Path("/indicators/{indicator}")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed(Role.EVERYBODY)
public class IndicatorPage {
    private final Shell shell;
    private final Subject subject;
    private final Scorecards scorecards;
    private final Deliverables deliverables;
    private final Figures figures;
    private final SlipDesk desk;
    private final Clock clock;

    IndicatorPage(
            Shell shell,
            Subject subject,
            Scorecards scorecards,
            Deliverables deliverables,
            Figures figures,
            SlipDesk desk,
            Clock clock) {
        this.shell = shell;
        this.subject = subject;
        this.scorecards = scorecards;
        this.deliverables = deliverables;
        this.figures = figures;
        this.desk = desk;
        this.clock = clock;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance indicator(IndicatorView view);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance show(
            @PathParam("indicator") String code,
            @QueryParam("plan") @Nullable String planCode,
            @QueryParam("region") @Nullable String regionCode,
            @QueryParam("period") @Nullable String period) {
        Plan plan = subject.plan(planCode);
        Optional<Period> asked = Optional.ofNullable(period)
                .filter(sent -> !sent.isEmpty())
                .map(sent -> plan.requirePeriod("period", sent));
        Indicator known = plan.requireIndicator(code);
        String region = subject.region(plan, regionCode);
        Indicator indicator = plan.requireIndicator(known.code(), region);
        IndicatorReading reading =
                scorecards.read(plan, cards -> IndicatorReading.of(cards, indicator, region, asked, shell.language()));
        return shell.show(Templates.indicator(IndicatorView.of(
                reading,
                deliverables.current(plan.code()),
                revisions(reading),
                slips(reading),
                subject.links(plan),
                shell.language())));
    }

    /** Of the region and those below, newest first. */
    private IndicatorView.Slips slips(IndicatorReading reading) {
        Plan plan = reading.plan();
        Series series = new Series(reading.indicator().code(), reading.region());
        Links links = subject.links(plan);
        List<SlipLine> lines = desk.ofIndicator(plan, series.indicator()).stream()
                .filter(slip -> plan.regions().isWithin(slip.opening().series().region(), series.region()))
                .sorted(Comparator.comparing(Slip::number).reversed())
                .map(slip -> SlipLine.of(plan, slip, reading.today(), links, shell.language()))
                .toList();
        String opening = links.address("/slips/new")
                .with("indicator", series.indicator())
                .with("region", series.region())
                .toString();
        return new IndicatorView.Slips(lines, desk.mayOpen(plan, series) ? opening : null);
    }

    /** Newest first. */
    private List<RevisionView> revisions(IndicatorReading reading) {
        Figure.Key key = new Figure.Key(reading.indicator().code(), reading.region(), reading.period());
        return figures.history(reading.plan().code(), key).stream()
                .sorted((earlier, later) -> Long.compare(later.seq(), earlier.seq()))
                .map(revision ->
                        RevisionView.of(revision, reading.indicator().measure(), clock.getZone(), shell.language()))
                .toList();
    }
}
