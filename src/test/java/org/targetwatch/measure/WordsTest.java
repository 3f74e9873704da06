package org.targetwatch.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.targetwatch.measure.Measure.OfQuantity;
import org.targetwatch.measure.Measure.OfRatio;
import org.targetwatch.measure.Measure.Part;
import org.targetwatch.measure.Unit.Base;

/** The names that files, databases and queries rely on, and the small vocabulary of what is measured. */
class WordsTest {
    private static final Map<String, String> PARENTS =
            Map.of("511102", "511100", "511111", "511100", "village", "511111");

    /** A city, two counties, and a school district in one of them. */
    private static final RegionTree TREE = new RegionTree() {
        @Override
        public boolean contains(String region) {
            return region.equals("511100") || PARENTS.containsKey(region);
        }

        @Override
        public Optional<String> parent(String region) {
            return Optional.ofNullable(PARENTS.get(region));
        }

        @Override
        public List<String> children(String region) {
            return PARENTS.keySet().stream()
                    .filter(child -> PARENTS.get(child).equals(region))
                    .sorted()
                    .toList();
        }
    };

    @Test
    void codes_ofKindsAndScales_areThoseOfTheCatalogue() {
        assertThat(Arrays.stream(Kind.values()).map(Kind::code))
                .containsExactly("stock", "flow-to-date", "flow-monthly");
        assertThat(Arrays.stream(Scale.values()).map(Scale::code)).containsExactly("percent", "per-unit");
    }

    @Test
    void code_readBack_isItsConstantAndAnythingElseNone() {
        assertThat(Coded.parse(Kind.class, "flow-monthly")).contains(Kind.FLOW_MONTHLY);
        assertThat(Coded.parse(Kind.class, "FLOW_MONTHLY")).isEmpty();
        assertThat(Coded.parse(Scale.class, "")).isEmpty();
    }

    @Test
    void flows_areBothKindsThatGrowOverTheYear() {
        assertThat(Kind.FLOW_TO_DATE.isFlow()).isTrue();
        assertThat(Kind.FLOW_MONTHLY.isFlow()).isTrue();
        assertThat(Kind.STOCK.isFlow()).isFalse();
    }

    @Test
    void measure_ofAQuantity_isNeitherRatioNorShare() {
        Measure measure = new OfQuantity(Unit.of(Base.SCHOOL));
        assertThat(measure.isRatio()).isFalse();
        assertThat(measure.isShare()).isFalse();
        assertThat(measure.scale().factor()).isEqualTo(Exact.ONE);
    }

    @Test
    void measure_ofARatio_isAShareOnlyWhereSaidSo() {
        Part people = new Part("人数", "people", Unit.of(Base.PERSON));
        Measure share = new OfRatio(Scale.PERCENT, Unit.of(Base.PERCENT), people, people, true);
        Measure gross = new OfRatio(Scale.PERCENT, Unit.of(Base.PERCENT), people, people, false);
        assertThat(share.isRatio() && gross.isRatio()).isTrue();
        assertThat(share.isShare()).isTrue();
        assertThat(gross.isShare()).isFalse();
        assertThat(share.scale().factor()).isEqualTo(Exact.HUNDRED);
    }

    @Test
    void depth_ofARegion_countsTheRegionsAboveIt() {
        assertThat(TREE.depth("511100")).isZero();
        assertThat(TREE.depth("511102")).isEqualTo(1);
        assertThat(TREE.depth("village")).isEqualTo(2);
    }

    @Test
    void within_isARegionItselfAndEverythingBelow() {
        assertThat(TREE.isWithin("511111", "511111")).isTrue();
        assertThat(TREE.isWithin("village", "511100")).isTrue();
        assertThat(TREE.isWithin("village", "511102")).isFalse();
        assertThat(TREE.isWithin("511100", "511111")).isFalse();
    }
}
