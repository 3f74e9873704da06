package org.targetwatch.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class XlsxTemplateTest {
    @Test
    void form_empty() throws Exception {
        Files.write(Path.of("target/form.xlsx"), Forms.empty());
    }
}
