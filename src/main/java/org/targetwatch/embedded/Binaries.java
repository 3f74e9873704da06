package org.targetwatch.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked from the archive this program carries. */
record Binaries(Path folder) {
    /** What the archives hold. */
    static final String VERSION = "18.6";

    private static final Map<String, String> ARCHIVES =
            Map.of("amd64", "/postgres-linux-x86_64.txz", "aarch64", "/postgres-linux-arm_64.txz");

    /**
     * Unpacks the archive for this machine unless it stands unpacked already. What an older version left is removed.
     *
     * @throws StartRefusedException if there is no archive for this kind of machine
     */
    static Binaries unpack(DataFolder data) throws IOException {
        Path folder = data.root().resolve("postgresql-" + VERSION);
        if (Files.notExists(folder)) {
            data.removeAll("postgresql-");
            Path draft = Files.createDirectory(data.root().resolve("postgresql-unpacking"));
            try (InputStream archive = archive()) {
                extract(new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive))), draft);
            }
            DataFolder.publish(draft, folder);
        }
        return new Binaries(folder);
    }

    private static InputStream archive() {
        String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        InputStream found = machine.startsWith("Linux ") ? archive(System.getProperty("os.arch")) : null;
        if (found == null) {
            throw new StartRefusedException(
                    "程序自带的 PostgreSQL 不支持本机（%s）。请用 QUARKUS_DATASOURCE_JDBC_URL 指定一个 PostgreSQL 服务器。".formatted(machine),
                    "The PostgreSQL that comes with the program does not run on this machine (%s). Name a PostgreSQL server with QUARKUS_DATASOURCE_JDBC_URL."
                            .formatted(machine));
        }
        return found;
    }

    private static @Nullable InputStream archive(String processor) {
        String name = ARCHIVES.get(processor);
        return name == null ? null : Binaries.class.getResourceAsStream(name);
    }

    private static void extract(TarArchiveInputStream archive, Path target) throws IOException {
        for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            Path path = target.resolve(entry.getName()).normalize();
            Files.createDirectories(entry.isDirectory() ? path : path.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else if (entry.isFile()) {
                Files.copy(archive, path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    /**
     * Runs one of the programs to its end.
     *
     * @throws IOException with everything the program printed, if it failed
     */
    void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(isRoot() ? List.of("unshare", "-U") : List.of());
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (exitCode(process) != 0) {
            throw new IOException(program + ": " + output.strip());
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody, and still owns root's files. */
    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int exitCode(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
