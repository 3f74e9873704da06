package org.targetwatch.catalogue;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.targetwatch.web.Text;

/** Finds the catalogue files: {@code regions.yaml} and one file per plan. Folders inside are not looked into. */
final class SeedFolder {
    private SeedFolder() {}

    /** The files that come with the program. */
    static List<SeedFile> packaged(Mistakes mistakes) {
        URL regions = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResource("seeds/regions.yaml"),
                "The program was built without seeds/regions.yaml");
        return ClassPathUtils.processAsPath(
                regions, path -> files(path.toAbsolutePath().getParent(), "seeds", mistakes));
    }

    /** The files in {@code folder}, the one {@code targetwatch.seeds} names. */
    static List<SeedFile> at(Path folder, Mistakes mistakes) {
        if (!Files.isDirectory(folder)) {
            mistakes.add(
                    new Place(folder.toString(), 1, ""),
                    new Text("不是文件夹，请检查配置 targetwatch.seeds", "is no folder; see the setting targetwatch.seeds"));
            return List.of();
        }
        return files(folder, folder.toString(), mistakes);
    }

    private static List<SeedFile> files(Path folder, String shownAs, Mistakes mistakes) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(SeedFolder::isYaml)
                    .sorted()
                    .flatMap(file -> read(file, shownAs + "/" + file.getFileName(), mistakes))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isYaml(Path file) {
        String name = String.valueOf(file.getFileName());
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    private static Stream<SeedFile> read(Path file, String name, Mistakes mistakes) {
        try {
            return Stream.of(new SeedFile(name, Files.readString(file)));
        } catch (CharacterCodingException otherEncoding) {
            mistakes.add(
                    new Place(name, 1, ""),
                    new Text("不是 UTF-8 编码，请另存为 UTF-8", "is not encoded in UTF-8; save it as UTF-8"));
            return Stream.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
