package org.targetwatch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch of the largest size that is taken. */
@Tag("long")
class LargestBatchIT {
    @ParameterizedTest
    @ValueSource(strings = {"csv", "json"})
    void batch_asLargeAsIsTaken_isReadInLittleMemory(String format) throws IOException, InterruptedException {
        assertThat(LittleMemory.read(format, "268435456")).matches("\\d{7} rows\\s+");
    }
}
