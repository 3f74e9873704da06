package org.targetwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ToolTest {
    @Test
    void require_installedProgram_namesItsPath() {
        assertThat(Tool.require("sh", "dash")).isExecutable().hasFileName("sh");
    }

    @Test
    void require_missingProgram_failsNamingItAndHowToGetIt() {
        assertThatThrownBy(() -> Tool.require("no-such-program", "some-package"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("no-such-program", "apt-get install some-package", ".ci/test");
    }
}
