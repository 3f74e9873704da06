package org.targetwatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of what is shipped stands beside the program, and is the truth. */
class SbomIT {
    private static final Path PROGRAM = Path.of(System.getProperty("targetwatch.app"));

    @Test
    void everyJar_standsInTheList_withItsHash() throws IOException {
        JsonNode list = new ObjectMapper()
                .readTree(PROGRAM.resolve("quarkus-run-cyclonedx.json").toFile());
        assertThat(list.path("bomFormat").asText()).isEqualTo("CycloneDX");

        Map<String, String> shipped = shipped();
        assertThat(shipped).hasSizeGreaterThan(100);
        assertThat(listed(list)).containsAllEntriesOf(shipped);
    }

    private static Map<String, String> shipped() throws IOException {
        try (Stream<Path> files = Files.walk(PROGRAM)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !isMadeByTheBuild(file))
                    .collect(Collectors.toMap(file -> PROGRAM.relativize(file).toString(), SbomIT::sha256));
        }
    }

    /** What Quarkus generates of the others' classes has no origin of its own. */
    private static boolean isMadeByTheBuild(Path file) {
        return file.getParent().endsWith("quarkus");
    }

    private static Map<String, String> listed(JsonNode list) {
        Map<String, String> hashes = new TreeMap<>();
        for (JsonNode component : list.path("components")) {
            for (JsonNode hash : component.path("hashes")) {
                if (hash.path("alg").asText().equals("SHA-256")) {
                    component
                            .findValuesAsText("location")
                            .forEach(place ->
                                    hashes.put(place, hash.path("content").asText()));
                }
            }
        }
        return hashes;
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
