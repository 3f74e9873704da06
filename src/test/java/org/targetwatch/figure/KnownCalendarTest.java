package org.targetwatch.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.figure.ReportCalendar.Report;
import org.targetwatch.intake.DemoProfile;
import org.targetwatch.measure.Period;

/** The calendar made from revisions, against the one made from what counts now. */
@QuarkusTest
@TestProfile(DemoProfile.class)
class KnownCalendarTest {
    @Inject
    ReportCalendar calendar;

    @Inject
    Catalogue catalogue;

    @Inject
    Clock clock;

    @Test
    void calendar_asKnownNow_isTheCalendarOfNow() {
        Plan plan = catalogue.require("leshan-2020");
        List<String> regions = plan.regionCodes().toList();
        plan.start().through(Period.of(2020, 11)).forEach(period -> assertThat(
                        calendar.of(plan, period, regions, clock.instant()))
                .as("%s", period)
                .isEqualTo(calendar.of(plan, period, regions)));
    }

    @Test
    void calendar_asKnownBeforeAnythingCame_missesAll() {
        Plan plan = catalogue.require("leshan-2020");
        assertThat(calendar.of(plan, Period.of(2020, 6), List.of("511102"), Instant.EPOCH))
                .singleElement()
                .satisfies(month ->
                        assertThat(month.reports().values()).isNotEmpty().containsOnly(Report.MISSING));
    }
}
