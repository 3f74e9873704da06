package org.targetwatch.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedFolderTest {
    @TempDir
    Path folder;

    private final Mistakes mistakes = new Mistakes();

    @Test
    void folder_withOtherFiles_givesTheYamlFilesInOrder() throws IOException {
        for (String name : new String[] {"regions.yaml", "b.yml", "a.yaml", ".hidden.yaml", "a.yaml~", "README.md"}) {
            Files.writeString(folder.resolve(name), "x: 县");
        }
        Files.createDirectory(folder.resolve("demo"));
        assertThat(SeedFolder.at(folder, mistakes))
                .extracting(file -> Path.of(file.name()).getFileName().toString())
                .containsExactly("a.yaml", "b.yml", "regions.yaml");
        assertThat(mistakes.found()).isEmpty();
    }

    @Test
    void file_inAnotherEncoding_isAMistakeThatSaysSo() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "name: 乐山", Charset.forName("GBK"));
        assertThat(SeedFolder.at(folder, mistakes)).isEmpty();
        assertThat(mistakes.found())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.what().zh()).contains("UTF-8"));
    }

    @Test
    void folder_thatIsNone_isAMistakeThatNamesTheSetting() {
        assertThat(SeedFolder.at(folder.resolve("nowhere"), mistakes)).isEmpty();
        assertThat(mistakes.found())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.what().en()).contains("targetwatch.seeds"));
    }

    @Test
    void packagedFolder_hasRegionsAndLeshan() {
        assertThat(SeedFolder.packaged(mistakes))
                .extracting(SeedFile::name)
                .contains("seeds/regions.yaml", "seeds/leshan-2020.yaml");
    }
}
