package org.targetwatch.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.targetwatch.measure.Amount.Quantity;
import org.targetwatch.measure.Amount.Ratio;

class AmountTest {

    private static Ratio ratio(String numerator, String denominator) {
        return new Ratio(new BigDecimal(numerator), new BigDecimal(denominator));
    }

    private static Quantity quantity(String value) {
        return new Quantity(new BigDecimal(value));
    }

    @Test
    void ratios_ofTwoCounties_addNumeratorsAndDenominators() {
        Amount city = ratio("980", "1000").plus(ratio("7920", "9000"));
        assertThat(city).isEqualTo(ratio("8900", "10000"));
        assertThat(city.in(Scale.PERCENT)).isEqualTo(Exact.of(89));
        assertThat(city.in(Scale.PER_UNIT)).isEqualTo(Exact.of("0.89"));
    }

    @Test
    void quantities_ofTwoCounties_addUpAndKeepTheirSign() {
        assertThat(quantity("1.5").plus(quantity("-4"))).isEqualTo(quantity("-2.5"));
        assertThat(quantity("-2.5").in(Scale.PER_UNIT)).isEqualTo(Exact.of("-2.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "-1"})
    void ratio_withoutAPositiveDenominator_isRefusedInASentence(String denominator) {
        assertThatThrownBy(() -> ratio("1", denominator))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The denominator of a ratio must be above 0, not " + denominator);
    }

    @Test
    void sameness_ofAmounts_looksAtNumbersNotAtHowTheyAreWritten() {
        assertThat(quantity("1.0").sameAs(quantity("1.00"))).isTrue();
        assertThat(quantity("1").sameAs(quantity("1.01"))).isFalse();
        assertThat(ratio("1.0", "2").sameAs(ratio("1", "2.0"))).isTrue();
        assertThat(ratio("1", "2").sameAs(ratio("2", "4")))
                .as("other counts, though the same share")
                .isFalse();
        assertThat(ratio("1", "2").sameAs(ratio("1", "3"))).isFalse();
        assertThat(ratio("1", "2").sameAs(ratio("3", "2"))).isFalse();
        assertThat(quantity("1").sameAs(ratio("1", "1"))).isFalse();
        assertThat(ratio("1", "1").sameAs(quantity("1"))).isFalse();
    }
}
