package org.targetwatch.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.catalogue.Region;
import org.targetwatch.figure.Figures;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.web.FileName;
import org.targetwatch.web.Parameters;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** Hands out the form that a region fills for a month. */
@Path("/api/v1/plans/{plan}/templates")
@Produces(XlsxReader.MEDIA_TYPE)
@RolesAllowed(Role.EVERYBODY)
@Tag(name = "figures")
public class TemplateResource {
    private final CallersPlans plans;
    private final Figures figures;
    private final Reporting reporting;

    TemplateResource(CallersPlans plans, Figures figures, Reporting reporting) {
        this.plans = plans;
        this.figures = figures;
        this.reporting = reporting;
    }

    @GET
    @Path("{region}/{period}.xlsx")
    @Operation(
            summary = "填报表，填好后提交 · the form to fill and post, with last values",
            description = "One line for each indicator that the region reports in the period.")
    public Response form(
            @PathParam("plan") String planCode,
            @PathParam("region") String regionCode,
            @PathParam("period") String periodText) {
        Period period = Parameters.period("period", periodText);
        Plan plan = plans.require(planCode);
        Region region = plan.regions().find(plan.requireRegion(regionCode)).orElseThrow();
        byte[] workbook = XlsxTemplate.of(plan, region, period, lines(plan, region, period));
        return Response.ok(workbook)
                .header(HttpHeaders.CONTENT_DISPOSITION, name(region, period).attachment())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private List<FormLine> lines(Plan plan, Region region, Period period) {
        List<Indicator> reported = reporting.asked(plan, region, period);
        if (reported.isEmpty()) {
            throw Problem.notFound(Text.of(
                    "%s 在 %s 没有需要填报的指标。",
                    "%s reports no indicator in %s.", new Text(region.name(), region.english()), period));
        }
        List<Series> wanted = reported.stream()
                .map(indicator -> new Series(indicator.code(), region.code()))
                .toList();
        Map<Series, NavigableMap<Period, Amount>> series = figures.series(plan.code(), wanted);
        return reported.stream()
                .map(indicator -> new FormLine(
                        indicator,
                        period,
                        series.get(new Series(indicator.code(), region.code()))
                                .subMap(plan.start(), true, period, false)))
                .toList();
    }

    private static FileName name(Region region, Period period) {
        return new FileName(
                "%s-%s.xlsx".formatted(region.code(), period),
                region.name() + period.year() + "年" + period.monthOfYear() + "月填报表.xlsx");
    }
}
