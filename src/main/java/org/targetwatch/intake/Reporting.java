package org.targetwatch.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.targetwatch.access.Caller;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.catalogue.Region;
import org.targetwatch.figure.Exempt;
import org.targetwatch.figure.Exemptions;
import org.targetwatch.intake.IntakeResource.Receipt;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.web.BusinessDate;
import org.targetwatch.web.Language;
import org.targetwatch.web.Problem;

/** The door for whoever reports: which figures are asked for, and what becomes of those that are sent. */
@ApplicationScoped
public class Reporting {
    private final CallersPlans plans;
    private final Intake intake;
    private final Exemptions exemptions;
    private final BusinessDate businessDate;
    private final Caller caller;

    Reporting(CallersPlans plans, Intake intake, Exemptions exemptions, BusinessDate businessDate, Caller caller) {
        this.plans = plans;
        this.intake = intake;
        this.exemptions = exemptions;
        this.businessDate = businessDate;
        this.caller = caller;
    }

    /** What a region is asked for in a month. Confidential figures are in no form, which passes through many hands. */
    public List<Indicator> asked(Plan plan, Region region, Period period) {
        Exempt exempt = exemptions.of(plan.code(), null);
        return plan.indicators().values().stream()
                .filter(indicator -> plan.reports(region.code(), indicator))
                .filter(indicator ->
                        indicator.isReportedIn(period) && region.term().contains(period))
                .filter(indicator -> !exempt.is(new Series(indicator.code(), region.code()), period))
                .filter(indicator -> !indicator.confidential())
                .toList();
    }

    /**
     * Takes in a form filled in on a page.
     *
     * @param dryRun whether only to say what would become of it
     * @throws Problem with every violation
     */
    public Receipt take(Plan plan, PageForm form, boolean dryRun, Language language) {
        try {
            return take(plan, form::read, InputStream.nullInputStream(), dryRun, language);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Takes in the workbook that the program has handed out, filled in.
     *
     * @throws Problem when it is none, or with every violation
     */
    public Receipt take(Plan plan, InputStream workbook, boolean dryRun, Language language) throws IOException {
        return take(plan, XlsxReader::read, workbook, dryRun, language);
    }

    Receipt take(Plan plan, Format format, InputStream body, boolean dryRun, Language language) throws IOException {
        Sender sender = new Sender(caller.name(), plan, indicator -> plans.decides(plan, indicator));
        Reading reading = intake.batch(sender, format, body, businessDate.today());
        return Receipt.of(intake.record(reading, dryRun), language);
    }
}
