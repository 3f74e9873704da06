package org.targetwatch.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeshanTest {
    @Test
    void plan_packaged_has41Indicators() {
        assertThat(Leshan.plan().indicators()).hasSize(41);
    }
}
