package org.targetwatch.figure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.ReportCalendar.RegionMonth;
import org.targetwatch.figure.ReportCalendar.Report;
import org.targetwatch.measure.Period;
import org.targetwatch.web.BusinessDate;
import org.targetwatch.web.Paging;

/** Says who has reported. */
@Path("/api/v1/plans/{plan}/calendar")
@RolesAllowed(Role.EVERYBODY)
@Tag(name = "calendar", description = "报送日历 · who has reported what by when")
public class CalendarResource {
    private final CallersPlans plans;
    private final ReportCalendar calendar;
    private final BusinessDate businessDate;

    CalendarResource(CallersPlans plans, ReportCalendar calendar, BusinessDate businessDate) {
        this.plans = plans;
        this.calendar = calendar;
        this.businessDate = businessDate;
    }

    /**
     * One region's month: {@code due} = {@code reported} + {@code missing}.
     *
     * @param dueDay 截止: the last day on which figures are in time
     * @param overdue whether that day has passed with something missing
     * @param closed 关账: whether it takes no figures any more
     * @param due how many figures it was asked for
     * @param onTime of those reported, by the due day; a later correction does not make them late
     * @param returned of those missing: sent back and not reported again
     */
    @Schema(name = "RegionMonth")
    public record RegionMonthAnswer(
            String region,
            Period period,
            LocalDate dueDay,
            boolean overdue,
            boolean closed,
            boolean complete,
            int due,
            int reported,
            int onTime,
            int late,
            int missing,
            int returned,
            List<String> missingIndicators,
            List<String> lateIndicators,
            List<String> returnedIndicators) {
        static RegionMonthAnswer of(RegionMonth month, LocalDate today) {
            int due = month.reports().size();
            List<String> late = month.indicators(Report.LATE);
            List<String> returned = month.indicators(Report.RETURNED);
            List<String> missing = month.indicators(Report.MISSING);
            int notThere = missing.size() + returned.size();
            return new RegionMonthAnswer(
                    month.region(),
                    month.period(),
                    month.dueDay(),
                    notThere > 0 && today.isAfter(month.dueDay()),
                    month.closed(),
                    notThere == 0,
                    due,
                    due - notThere,
                    due - notThere - late.size(),
                    late.size(),
                    notThere,
                    returned.size(),
                    missing,
                    late,
                    returned);
        }
    }

    @GET
    @Operation(
            summary = "报送日历：应报、已报、按时、迟报、未报、退回 · who has reported what by when",
            description =
                    "The regions that are asked for figures, in code order. Default period: the last month that has"
                            + " ended. A month is complete when nothing is missing; nobody has to say so.")
    public RestResponse<List<RegionMonthAnswer>> get(
            @PathParam("plan") String planCode,
            @QueryParam("period") @Nullable String periodText,
            @QueryParam("region") @Nullable String region,
            @QueryParam("size") @Nullable String size,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        Plan plan = plans.require(planCode);
        Period period = periodText == null ? lastEnded(plan) : plan.requirePeriod("period", periodText);
        String only = region == null ? null : plan.requireRegion(region);
        Paging paging = Paging.of(size, after);
        List<String> page = plan.seenRegions()
                .filter(code -> only == null || code.equals(only))
                .filter(code -> after == null || code.compareTo(after) > 0)
                .filter(code -> isReporter(plan, code))
                .sorted()
                .limit(paging.fetchSize())
                .toList();
        List<RegionMonthAnswer> fetched = calendar.of(plan, period, page).stream()
                .map(month -> RegionMonthAnswer.of(month, businessDate.today()))
                .toList();
        return paging.answer(fetched, RegionMonthAnswer::region, uri);
    }

    private Period lastEnded(Plan plan) {
        return businessDate.month().previous().earlierOf(plan.lastPeriod()).laterOf(plan.start());
    }

    private static boolean isReporter(Plan plan, String region) {
        return plan.indicators().values().stream().anyMatch(indicator -> plan.reports(region, indicator));
    }
}
