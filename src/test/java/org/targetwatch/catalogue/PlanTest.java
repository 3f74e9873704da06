package org.targetwatch.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.measure.Term;

class PlanTest {
    private final Plan plan = LeshanPlan.read();

    @ParameterizedTest
    @CsvSource({
        // who posts, and who has a card
        "preprimary-ger,          511102,    true,  true",
        "preprimary-ger,          511100-ZS, false, false",
        "preprimary-ger,          511100,    false, true",
        "oversized-class-rate,    511100-ZS, true,  true",
        "smart-education-schools, 511100,    true,  true",
        "smart-education-schools, 511102,    false, false",
        "preprimary-ger,          513436,    false, false",
        "smart-education-schools, 513436,    false, false",
    })
    void indicator_andRegion_reportAndConcernEachOther(String code, String region, boolean reports, boolean concerns) {
        Indicator indicator = plan.indicator(code).orElseThrow();
        assertThat(plan.reports(region, indicator)).isEqualTo(reports);
        assertThat(plan.concerns(region, indicator)).isEqualTo(concerns);
    }

    @Test
    void regionCodes_ofAPlan_areItsOwnAndEverythingBelow() {
        assertThat(plan.regionCodes()).hasSize(13).startsWith("511100").contains("511181", "511100-ZS");
    }

    @Test
    void regionAboveOrBesideThePlans_isNotConcerned() {
        Regions regions = new Regions(List.of(
                new Region("P", "省", "Province", "province", null, Term.ALWAYS),
                new Region("A", "甲", "A", "city", "P", Term.ALWAYS),
                new Region("A1", "甲一", "A1", "county", "A", Term.ALWAYS),
                new Region("B", "乙", "B", "city", "P", Term.ALWAYS),
                new Region("B1", "乙一", "B1", "county", "B", Term.ALWAYS)));
        Plan cityPlan = withRegions("A", regions);
        Indicator indicator = plan.indicator("preprimary-ger").orElseThrow();
        assertThat(cityPlan.concerns("A", indicator)).isTrue();
        assertThat(cityPlan.reports("A1", indicator)).isTrue();
        assertThat(List.of("P", "B", "B1")).allSatisfy(other -> assertThat(cityPlan.concerns(other, indicator))
                .isFalse());
    }

    @Test
    void everyRegionOfACountry_isConcerned() {
        List<Region> regions = new ArrayList<>(List.of(new Region("0", "国", "Country", "country", null, Term.ALWAYS)));
        IntStream.rangeClosed(1, 334).forEach(city -> {
            regions.add(new Region("c" + city, "市", "City", "city", "0", Term.ALWAYS));
            IntStream.rangeClosed(1, 9)
                    .forEach(county -> regions.add(
                            new Region("c" + city + "-" + county, "县", "County", "county", "c" + city, Term.ALWAYS)));
        });
        Plan country = withRegions("0", new Regions(regions));
        Indicator everyCounty = plan.indicator("oversized-class-rate").orElseThrow();
        assertThat(country.regionCodes()).hasSize(3_341);
        assertThat(country.regionCodes().filter(region -> country.concerns(region, everyCounty)))
                .hasSize(3_341);
        assertThat(country.regions().reportingKinds("0")).isEqualTo(Set.of("county"));
    }

    private Plan withRegions(String region, Regions regions) {
        return new Plan(
                plan.code(),
                plan.name(),
                plan.english(),
                plan.year(),
                region,
                plan.source(),
                plan.published(),
                plan.sections(),
                plan.workItems(),
                plan.indicators(),
                plan.relations(),
                regions,
                plan.dueDays());
    }
}
