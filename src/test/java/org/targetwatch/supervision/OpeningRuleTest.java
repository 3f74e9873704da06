package org.targetwatch.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.targetwatch.progress.Status;
import org.targetwatch.supervision.OpeningRule.Condition;

class OpeningRuleTest {
    @Test
    void rule_written_isRead() {
        assertThat(OpeningRule.parse(" far_behind:1, BEHIND:12").conditions())
                .containsExactly(new Condition(Status.FAR_BEHIND, 1), new Condition(Status.BEHIND, 12));
        assertThat(OpeningRule.parse("off").conditions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "far_behind",
                "far_behind:0",
                "far_behind:100",
                "on_track:1",
                "red:1",
                "behind:1,",
                "behind:1:2"
            })
    void rule_thatIsNone_isRefusedWithTheForm(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpeningRule.parse(written))
                .withMessageContaining("far_behind:2");
    }
}
