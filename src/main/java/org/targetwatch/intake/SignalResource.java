package org.targetwatch.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Figure;
import org.targetwatch.figure.Figure.Key;
import org.targetwatch.intake.Signals.Filter;
import org.targetwatch.intake.Signals.Position;
import org.targetwatch.intake.Signals.Signal;
import org.targetwatch.measure.Period;
import org.targetwatch.web.Language;
import org.targetwatch.web.Paging;
import org.targetwatch.web.Parameters;
import org.targetwatch.web.Text;

/** Says what looks odd among the figures that stand. */
@Path("/api/v1/plans/{plan}/signals")
@RolesAllowed(Role.EVERYBODY)
@Tag(name = "signals", description = "数据疑点 · what looks odd")
public class SignalResource {
    private static final String SEPARATOR = "~";

    private final CallersPlans plans;
    private final Signals signals;

    SignalResource(CallersPlans plans, Signals signals) {
        this.plans = plans;
        this.signals = signals;
    }

    /**
     * Something odd about a figure that stands.
     *
     * @param note what the reporter says about the figure; null when nothing
     */
    @Schema(name = "Signal")
    public record SignalAnswer(
            String indicator, String region, Period period, String code, String message, @Nullable String note) {
        static SignalAnswer of(Signal signal, Language language) {
            Figure figure = signal.figure();
            return new SignalAnswer(
                    figure.indicator(),
                    figure.region(),
                    figure.period(),
                    signal.finding().code(),
                    signal.finding().what().in(language),
                    figure.note());
        }
    }

    @GET
    @Operation(
            summary = "数据疑点，按单位、指标、报告期排列 · what looks odd, by region, indicator and period",
            description = "The figures that count, looked at by the same rules that warn whoever reports them. A signal"
                    + " is a mark for people: most odd figures are right, and none is held back. A region means itself"
                    + " and everything below it. Confidential indicators are left out.")
    public RestResponse<List<SignalAnswer>> get(
            @PathParam("plan") String planCode,
            @QueryParam("period") @Nullable String period,
            @QueryParam("region") @Nullable String region,
            @QueryParam("size") @Nullable String size,
            @QueryParam("after") @Nullable String after,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            @Context UriInfo uri) {
        Plan plan = plans.require(planCode);
        Filter filter = new Filter(
                region == null ? plan.scope() : plan.requireRegion(region),
                Parameters.optionalPeriod("period", period).orElse(null),
                Optional.ofNullable(after).map(SignalResource::position));
        Paging paging = Paging.of(size, after);
        List<SignalAnswer> fetched = signals.of(plan, filter, paging.fetchSize()).stream()
                .map(signal -> SignalAnswer.of(signal, Language.of(language)))
                .toList();
        return paging.answer(fetched, SignalResource::cursor, uri);
    }

    private static String cursor(SignalAnswer signal) {
        return String.join(
                SEPARATOR, signal.region(), signal.indicator(), signal.period().toString(), signal.code());
    }

    private static Position position(String cursor) {
        String[] parts = cursor.split(SEPARATOR, 4);
        if (parts.length < 4) {
            throw Parameters.unreadable(
                    "after", cursor, new Text("请使用响应头 Link 中的地址", "use the address given in the header Link"));
        }
        return new Position(new Key(parts[1], parts[0], Parameters.period("after", parts[2])), parts[3]);
    }
}
