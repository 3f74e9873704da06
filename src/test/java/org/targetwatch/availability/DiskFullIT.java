package org.targetwatch.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.targetwatch.ElevenCounties;
import org.targetwatch.Program;

/** The disk of the data folder, a small one of its own, fills up while eleven counties post. */
class DiskFullIT {
    @TempDir
    Path disk;

    @BeforeEach
    void mount() throws Exception {
        asRoot("mount", "-t", "tmpfs", "-o", "size=260m,mode=700,uid=" + owner(), "tmpfs", disk.toString());
    }

    @AfterEach
    void unmount() throws Exception {
        asRoot("umount", "--lazy", disk.toString());
    }

    @Test
    void everythingAnswered_diskFullWhilePosting_isThereAndPostingGoesOnWithSpace() throws Exception {
        ElevenCounties counties = new ElevenCounties();
        Path folder = Files.createDirectory(disk.resolve("program"));
        try (Program program = Program.start(folder, "-Dtargetwatch.business-date=2020-11-09")) {
            counties.postTo(program.url(), () -> {
                await().atMost(Program.PATIENCE).until(() -> counties.answers() > 50);
                Path ballast = disk.resolve("ballast");
                fill(ballast);
                await().atMost(Program.PATIENCE).until(() -> counties.refusals().size() > 20);
                Files.delete(ballast);
                counties.awaitOneMoreEach(Program.PATIENCE);
            });
            assertThat(counties.refusals()).allMatch(refusal -> refusal.startsWith("503 "));
            counties.checkNothingWasLost(program.url());
            counties.checkCardsAgainstJudgingFromScratch(program.url(), program.managementUrl());
        }
    }

    private static void fill(Path file) throws IOException {
        byte[] megabyte = new byte[1 << 20];
        try (OutputStream ballast = Files.newOutputStream(file)) {
            for (int written = 0; written < 300; written++) {
                ballast.write(megabyte);
            }
            throw new AssertionError("The disk took more than it holds.");
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private static Object owner() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    }

    private static void asRoot(String... command) throws Exception {
        List<String> whole = new ArrayList<>(List.of(command));
        if (!owner().equals(0)) {
            whole.addAll(0, List.of("sudo", "-n"));
        }
        Process process = new ProcessBuilder(whole).inheritIO().start();
        assertThat(process.waitFor()).as("%s", whole).isZero();
    }
}
