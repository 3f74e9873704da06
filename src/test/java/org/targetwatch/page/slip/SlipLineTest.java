package org.targetwatch.page.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Unit;
import org.targetwatch.progress.Status;
import org.targetwatch.supervision.Finding;
import org.targetwatch.web.Text;

/** What a list of slips says was missing. */
class SlipLineTest {
    private static Text missing(@Nullable String gap, @Nullable String lagPoints) {
        return SlipLine.missing(
                new Finding(
                        Period.parse("2020-10").orElseThrow(),
                        Status.BEHIND,
                        null,
                        null,
                        null,
                        number(gap),
                        null,
                        number(lagPoints)),
                Unit.of(Unit.Base.PERCENT));
    }

    private static @Nullable BigDecimal number(@Nullable String number) {
        return number == null ? null : new BigDecimal(number);
    }

    @Test
    void gap_isWhatIsMissing_whateverTheLag() {
        assertThat(missing("2", "5")).isEqualTo(new Text("差 2 个百分点", "2 points missing"));
        assertThat(missing("2", null)).isEqualTo(new Text("差 2 个百分点", "2 points missing"));
    }

    @Test
    void noGap_whereARegionOfTheSumLags_isItsLag() {
        assertThat(missing("0", "3.44")).isEqualTo(new Text("滞后 3.4 个百分点", "3.4 points behind"));
        assertThat(missing(null, "3.44")).isEqualTo(new Text("滞后 3.4 个百分点", "3.4 points behind"));
        assertThat(missing("0", "0.04"))
                .as("a little is not nothing")
                .isEqualTo(new Text("滞后 0.1 个百分点", "0.1 points behind"));
    }

    @Test
    void noGap_andNoLag_isNotSaidToLag() {
        assertThat(missing("0", "-3")).isEqualTo(new Text("已达到", "reached"));
        assertThat(missing("0", "0")).isEqualTo(new Text("已达到", "reached"));
        assertThat(missing("0", null)).isEqualTo(new Text("已达到", "reached"));
        assertThat(missing(null, "-3")).isEqualTo(new Text("未落后", "not behind"));
        assertThat(missing(null, null)).isEqualTo(new Text("—", "—"));
    }
}
