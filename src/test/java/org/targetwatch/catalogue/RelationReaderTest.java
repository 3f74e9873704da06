package org.targetwatch.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.catalogue.Mistakes.CatalogueRefusedException;
import org.targetwatch.catalogue.Mistakes.Mistake;
import org.targetwatch.catalogue.Relation.Of;
import org.targetwatch.catalogue.Relation.Rule;
import org.targetwatch.catalogue.Relation.Side;

class RelationReaderTest {
    private static final int LINES_BEFORE = (int) GoodFiles.PLAN.lines().count();
    private static final String PLAN = GoodFiles.PLAN
            + """
            relations:
              - code: within
                name: 投资不超过支出
                english: Investment is part of spending
                part: {indicator: investment, of: value}
                whole: {indicator: spending, of: value}
                rule: at-most
              - code: same
                name: 人数一致
                english: The same people
                part: {indicator: share, of: numerator}
                whole: {indicator: share, of: denominator}
                rule: equal
            """;

    private static List<Mistake> mistakes(String plan) {
        Mistakes mistakes = new Mistakes();
        try {
            new SeedsReader(mistakes, 5).read(GoodFiles.with(GoodFiles.REGIONS, plan));
        } catch (CatalogueRefusedException refused) {
            return mistakes.found();
        }
        return mistakes.found();
    }

    private static List<Relation> relations(String plan) {
        Seeds seeds = GoodFiles.read(GoodFiles.with(GoodFiles.REGIONS, plan));
        return Seeds.plan("alpha-2021", seeds.plans().get("alpha-2021"), Seeds.regions("regions", seeds.regions()), 5)
                .relations();
    }

    @Test
    void relations_read_haveWhatIsWritten() {
        assertThat(relations(PLAN))
                .containsExactly(
                        new Relation(
                                "within",
                                "投资不超过支出",
                                "Investment is part of spending",
                                new Side("investment", Of.VALUE),
                                new Side("spending", Of.VALUE),
                                Rule.AT_MOST),
                        new Relation(
                                "same",
                                "人数一致",
                                "The same people",
                                new Side("share", Of.NUMERATOR),
                                new Side("share", Of.DENOMINATOR),
                                Rule.EQUAL));
    }

    @Test
    void planWithoutRelations_hasNone() {
        assertThat(relations(GoodFiles.PLAN)).isEmpty();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            code: within                    | code: same                      | 8 relations[same].code | a second time
            name: 投资不超过支出             | name:                           | 2 relations[within] | 'name' is missing
            rule: at-most                   | rule: below                     | 7 relations[within].rule | allowed: at-most, equal
            rule: at-most                   | rule:                           | 2 relations[within] | 'rule' is missing
            english: Investment is          | size: 5\\n    english: Investment is | 4 relations[within].size | 'size' is not a known key
            {indicator: investment          | {indicator: invest              | 5 relations[within].part.indicator | 'invest' is no code of indicators
            {indicator: investment, of: value} | {indicator: investment}      | 5 relations[within].part | 'of' is missing
            {indicator: investment, of: value} | investment                   | 5 relations[within].part | is not a set of 'key: value'
            {indicator: investment, of: value} | {indicator: investment, of: value, x: 1} | 5 relations[within].part.x | 'x' is not a known key; allowed: indicator, of
            investment, of: value           | investment, of: sum             | 5 relations[within].part.of | allowed: value, numerator, denominator
            investment, of: value           | investment, of: numerator       | 5 relations[within].part.of | is no number of indicator investment; allowed: value
            share, of: numerator            | share, of: value                | 11 relations[same].part.of | is no number of indicator share; allowed: numerator, denominator
            share, of: denominator          | share, of: numerator            | 12 relations[same].whole | is the same number as part
            {indicator: spending, of: value} | {indicator: schools, of: value} | 6 relations[within].whole | is counted in 所, part in 亿元
            """)
    void relation_withAMistake_isRefusedWithPlaceAndWhatIsAllowed(
            String old, String changed, String place, String message) {
        assertThat(PLAN).contains(old);
        String[] lineAndKey = place.split(" ", 2);
        int line = LINES_BEFORE + Integer.parseInt(lineAndKey[0]);
        assertThat(mistakes(PLAN.replace(old, changed.replace("\\n", "\n"))))
                .singleElement()
                .satisfies(mistake -> {
                    assertThat(mistake.place()).hasToString("seeds/alpha-2021.yaml:" + line + " " + lineAndKey[1]);
                    assertThat(mistake.what().en()).contains(message);
                    assertThat(mistake.what().zh()).containsPattern("\\p{IsHan}");
                });
    }

    @Test
    void sidesOfDifferentReporters_areRefused() {
        String cityOnly = PLAN.replace("    kind: flow-monthly\n", "    kind: flow-monthly\n    reported-by: city\n");
        assertThat(mistakes(cityOnly)).singleElement().satisfies(mistake -> assertThat(mistake.what())
                .extracting("en")
                .asString()
                .contains("is not reported by the same regions as part"));
    }

    @ParameterizedTest
    @CsvSource({
        "AT_MOST, 4, true",
        "AT_MOST, 5, true",
        "AT_MOST, 5.00, true",
        "AT_MOST, 5.01, false",
        "EQUAL, 5.0, true",
        "EQUAL, 4.99, false",
        "EQUAL, 5.01, false"
    })
    void rule_atItsEdge_includesTheNumberItself(Rule rule, BigDecimal part, boolean holds) {
        assertThat(rule.holds(part, BigDecimal.valueOf(5))).isEqualTo(holds);
    }
}
