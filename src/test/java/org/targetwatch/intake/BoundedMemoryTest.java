package org.targetwatch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read in a program that has little memory cannot have needed more. */
class BoundedMemoryTest {
    private static final long LARGEST_FORM = 10L * 1024 * 1024;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "xl/worksheets/sheet1.xml, 1100000000",
        "xl/sharedStrings.xml,     100000000",
        "xl/styles.xml,            100000000",
        "[Content_Types].xml,      100000000",
        "xl/media/image1.png,      100000000"
    })
    void bomb_inAnyPart_isRefusedInLittleMemory(String part, long inflated) throws IOException, InterruptedException {
        Path bomb = Bombs.bomb(folder, part, inflated);
        assertThat(Files.size(bomb)).isLessThan(LARGEST_FORM);
        assertThat(LittleMemory.read(bomb.toString())).startsWith("refused TOO_LARGE: 工作簿解压后过大");
    }

    @ParameterizedTest
    @CsvSource({"csv, 30000000", "json, 30000000"})
    void batch_large_isReadInLittleMemory(String format, String bytes) throws IOException, InterruptedException {
        assertThat(LittleMemory.read(format, bytes)).matches("\\d{6,} rows\\s+");
    }
}
