package org.targetwatch.intake;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.Batch;
import org.targetwatch.figure.Figure;
import org.targetwatch.figure.Figures;
import org.targetwatch.figure.Outcome;
import org.targetwatch.figure.Signatures;
import org.targetwatch.web.BusinessDate;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/** Takes figures in: all of a batch, or nothing and every reason why. */
@Path("/api/v1/plans/{plan}/figures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "figures")
public class IntakeResource {
    /** Who sends, as long as the program answers on its own machine only. */
    private static final String LOCAL = "local";

    private static final String EXAMPLE =
            """
            {"figures": [
              {"indicator": "major-project-investment", "region": "511102", "period": "2020-09",
               "value": 1.25, "unit": "亿元"},
              {"indicator": "preprimary-ger", "region": "511102", "period": "2020-09",
               "numerator": 13020, "denominator": 14000, "quality": "preliminary", "note": "9月1日统计时点"}],
             "signatures": {"preparedBy": "张三", "checkedBy": "李四", "approvedBy": "王五"}}""";

    private final Catalogue catalogue;
    private final Figures figures;
    private final BusinessDate businessDate;
    private final IntakeConfig config;

    IntakeResource(Catalogue catalogue, Figures figures, BusinessDate businessDate, IntakeConfig config) {
        this.catalogue = catalogue;
        this.figures = figures;
        this.businessDate = businessDate;
        this.config = config;
    }

    /** What became of the batch; sent again, everything is {@code unchanged}. */
    public record Receipt(int received, int created, int revised, int unchanged, List<Violation> warnings) {
        static Receipt of(Outcome outcome) {
            return new Receipt(
                    outcome.received(), outcome.created(), outcome.revised(), outcome.unchanged(), List.of());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Report figures, all or nothing 填报数据")
    public Receipt post(
            @PathParam("plan") String planCode,
            @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, example = EXAMPLE))
                    InputStream body)
            throws IOException {
        Plan plan = catalogue.plan(planCode).orElseThrow(() -> noPlan(planCode));
        Violations violations = new Violations();
        BatchCheck check = new BatchCheck(plan, businessDate.month(), config.maxFigures(), violations);
        Map<String, Cell> signed = JsonReader.read(body, check::accept, violations);
        List<Figure> checked = check.figures();
        Signatures signatures = check.signatures(signed);
        violations.refuseIfAny();
        return Receipt.of(figures.record(new Batch(planCode, checked, signatures, LOCAL)));
    }

    private static Problem noPlan(String code) {
        return Problem.notFound(
                Text.of("没有工作要点 %s，可用的见 /api/v1/plans。", "There is no plan %s; see /api/v1/plans.", Text.shown(code)));
    }
}
