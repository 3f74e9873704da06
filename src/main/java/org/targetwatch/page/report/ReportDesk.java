package org.targetwatch.page.report;

import static java.util.stream.Collectors.toMap;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.catalogue.Region;
import org.targetwatch.figure.FigureState;
import org.targetwatch.figure.Figures;
import org.targetwatch.figure.ReportCalendar;
import org.targetwatch.intake.Reporting;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.page.Address;
import org.targetwatch.page.Shell;
import org.targetwatch.page.Subject;
import org.targetwatch.web.BusinessDate;

/** Reads what stands of a region's month, in one go, and shows it as a form. */
@ApplicationScoped
class ReportDesk {
    private static final int MOST_RETURNED = 1_000;

    private final Shell shell;
    private final Subject subject;
    private final Reporting reporting;
    private final Figures figures;
    private final ReportCalendar calendar;
    private final BusinessDate businessDate;

    @CheckedTemplate(basePath = "ReportPage")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance report(ReportView view);
    }

    ReportDesk(
            Shell shell,
            Subject subject,
            Reporting reporting,
            Figures figures,
            ReportCalendar calendar,
            BusinessDate businessDate) {
        this.shell = shell;
        this.subject = subject;
        this.reporting = reporting;
        this.figures = figures;
        this.calendar = calendar;
        this.businessDate = businessDate;
    }

    /** Without a wish it is the month that has ended last. */
    @Transactional
    ReportReading read(@Nullable String planCode, @Nullable String regionCode, @Nullable String sent) {
        Plan plan = subject.plan(planCode);
        String code = subject.region(plan, regionCode);
        Region region = plan.regions().find(code).orElseThrow();
        Period period = subject.period(plan, sent);
        List<Indicator> asked = reporting.asked(plan, region, period);
        return new ReportReading(
                plan,
                code,
                period,
                asked,
                calendar.of(plan, period, List.of(code)).get(0),
                figures.counting(
                        plan.code(),
                        asked.stream()
                                .map(indicator -> new Series(indicator.code(), code))
                                .toList()),
                returned(plan, code, period));
    }

    private Map<String, ReportReading.Returned> returned(Plan plan, String region, Period period) {
        Figures.Filter filter = new Figures.Filter(null, region, period, FigureState.RETURNED);
        return figures.current(plan, filter, Optional.empty(), MOST_RETURNED).stream()
                .collect(toMap(
                        current -> current.figure().indicator(),
                        current -> new ReportReading.Returned(
                                current.figure().amount(),
                                String.valueOf(current.entry().reason()))));
    }

    TemplateInstance page(ReportReading reading, ReportFields fields, ReportView.Speech speech) {
        return shell.show(
                Templates.report(ReportView.of(reading, fields, speech, businessDate.today(), shell.language())));
    }

    /** The page as the answer to a form. */
    Response answer(ReportReading reading, ReportFields fields, ReportView.Speech speech) {
        return shell.answer(page(reading, fields, speech));
    }

    /** To the page by its address, so that reading it again sends nothing again. */
    static Response back(ReportReading reading, @Nullable Integer sent) {
        Address address = address(reading).with("sent", sent == null ? null : sent.toString());
        return Response.seeOther(URI.create(address.toString())).build();
    }

    static Address address(ReportReading reading) {
        return Address.of("/report")
                .with("plan", reading.plan().code())
                .with("region", reading.region())
                .with("period", reading.period().toString());
    }
}
