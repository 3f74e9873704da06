package org.targetwatch.figure;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Figure.Key;
import org.targetwatch.figure.Figures.Current;
import org.targetwatch.figure.Figures.Filter;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Unit;
import org.targetwatch.web.Paging;
import org.targetwatch.web.Parameters;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** Reads what was reported. */
@Path("/api/v1/plans/{plan}/figures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.EVERYBODY)
@Tag(name = "figures", description = "填报数据")
public class FigureResource {
    private static final String SEPARATOR = "~";

    private final CallersPlans plans;
    private final Figures figures;

    FigureResource(CallersPlans plans, Figures figures) {
        this.plans = plans;
        this.figures = figures;
    }

    /**
     * A figure in base units, in the form in which it could be posted.
     *
     * @param reason why it was returned, withdrawn or accepted; null for one that was just reported
     */
    public record FigureAnswer(
            String indicator,
            String region,
            Period period,
            @Nullable Unit unit,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable Quality quality,
            @Nullable String note,
            FigureState state,
            @Nullable String reason,
            Instant recordedAt,
            String recordedBy) {

        static FigureAnswer of(Current current, @Nullable Unit unit) {
            Figure figure = current.figure();
            Numbers numbers = Numbers.of(figure.amount());
            return new FigureAnswer(
                    figure.indicator(),
                    figure.region(),
                    figure.period(),
                    unit,
                    numbers.value(),
                    numbers.numerator(),
                    numbers.denominator(),
                    figure.quality(),
                    figure.note(),
                    current.entry().state(),
                    current.entry().reason(),
                    current.recordedAt(),
                    current.recordedBy());
        }
    }

    /** A figure with everything that was ever said about it, oldest first. */
    public record WithRevisions(@JsonUnwrapped FigureAnswer figure, List<Change> revisions) {}

    /** One revision; {@code from} is null for the first. */
    public record Change(
            long seq,
            Instant recordedAt,
            String recordedBy,
            @Nullable Numbers from,
            Numbers to,
            @Nullable Quality quality,
            @Nullable String note,
            FigureState state,
            @Nullable String reason,
            Signatures signatures,
            String hash) {

        static Change of(@Nullable Revision before, Revision revision) {
            return new Change(
                    revision.seq(),
                    revision.recordedAt(),
                    revision.recordedBy(),
                    before == null ? null : Numbers.of(before.figure().amount()),
                    Numbers.of(revision.figure().amount()),
                    revision.figure().quality(),
                    revision.figure().note(),
                    revision.state(),
                    revision.entry().reason(),
                    revision.act().signatures(),
                    revision.fingerprint());
        }
    }

    /** The numbers of an amount. */
    public record Numbers(
            @Nullable BigDecimal value, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {

        static Numbers of(Amount amount) {
            return new Numbers(
                    RevisionRow.value(amount), RevisionRow.numerator(amount), RevisionRow.denominator(amount));
        }
    }

    @GET
    @Operation(
            summary = "Current figures, by region, indicator and period 现行数据",
            description = "Those that count (provisional, accepted); with state= those of one state, such as returned.")
    public RestResponse<List<FigureAnswer>> current(
            @PathParam("plan") String planCode,
            @QueryParam("indicator") @Nullable String indicator,
            @QueryParam("region") @Nullable String region,
            @QueryParam("period") @Nullable String period,
            @QueryParam("state") @Nullable String state,
            @QueryParam("size") @Nullable String size,
            @QueryParam("after") @Nullable String after,
            UriInfo uri) {
        Plan plan = plans.require(planCode);
        Filter filter = filter(plan, indicator, region, period, state);
        Paging paging = Paging.of(size, after);
        List<FigureAnswer> fetched =
                figures
                        .current(plan, filter, Optional.ofNullable(after).map(FigureResource::key), paging.fetchSize())
                        .stream()
                        .map(current -> FigureAnswer.of(current, unit(plan, current.figure())))
                        .toList();
        return paging.answer(fetched, FigureResource::cursor, uri);
    }

    @GET
    @Path("{indicator}/{region}/{period}")
    @Operation(summary = "One figure and its revisions 一项数据及其修订")
    public WithRevisions one(
            @PathParam("plan") String planCode,
            @PathParam("indicator") String indicator,
            @PathParam("region") String region,
            @PathParam("period") String period) {
        Plan plan = plans.require(planCode);
        Key key = new Key(
                plan.requireIndicator(indicator).code(),
                plan.requireRegion(region),
                Parameters.period("period", period));
        List<Revision> history = figures.history(planCode, key);
        if (history.isEmpty()) {
            throw Problem.notFound(Text.of(
                    "%s 没有报送过 %s 在 %s 的数据。", "%s has not reported %s for %s.", Text.shown(region), indicator, period));
        }
        Revision last = history.get(history.size() - 1);
        Current current = new Current(last.entry(), last.recordedAt(), last.recordedBy());
        return new WithRevisions(FigureAnswer.of(current, unit(plan, last.figure())), changes(history));
    }

    private static List<Change> changes(List<Revision> history) {
        List<Change> changes = new ArrayList<>();
        Revision before = null;
        for (Revision revision : history) {
            changes.add(Change.of(before, revision));
            before = revision;
        }
        return changes;
    }

    // A filter that can never match is a slip of the pen: said so, instead of an empty list.
    private static Filter filter(
            Plan plan,
            @Nullable String indicator,
            @Nullable String region,
            @Nullable String period,
            @Nullable String state) {
        if (indicator != null && plan.indicator(indicator).isEmpty()) {
            throw Parameters.unreadable("indicator", indicator, new Text("没有这个指标", "there is no such indicator"));
        }
        if (region != null && !plan.regions().isWithin(region, plan.region())) {
            throw Parameters.unreadable("region", region, new Text("没有这个填报单位", "there is no such region"));
        }
        if (region != null) {
            plan.requireRegion(region);
        }
        return new Filter(
                indicator,
                region,
                Parameters.optionalPeriod("period", period).orElse(null),
                Parameters.optionalWord("state", state, FigureState.class).orElse(null));
    }

    /** What is no longer in the catalogue keeps its figures; its unit is then unknown. */
    private static @Nullable Unit unit(Plan plan, Figure figure) {
        return plan.indicator(figure.indicator())
                .map(indicator -> Unit.of(indicator.measure().unit().base()))
                .orElse(null);
    }

    private static String cursor(FigureAnswer figure) {
        return String.join(
                SEPARATOR, figure.region(), figure.indicator(), figure.period().toString());
    }

    private static Key key(String cursor) {
        String[] parts = cursor.split(SEPARATOR, 3);
        if (parts.length < 3) {
            throw Parameters.unreadable(
                    "after", cursor, new Text("请使用响应头 Link 中的地址", "use the address given in the header Link"));
        }
        return new Key(parts[1], parts[0], Parameters.period("after", parts[2]));
    }
}
