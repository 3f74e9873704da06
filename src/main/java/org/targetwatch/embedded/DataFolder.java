package org.targetwatch.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/** The folder that holds everything the program keeps. Whoever has it open holds the lock on its file {@code lock}: one program at a time. */
final class DataFolder implements AutoCloseable {
    private static final int PASSWORD_BYTES = 32;
    private static final FileAttribute<Set<PosixFilePermission>> OWN_FOLDER = only("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> OWN_FILE = only("rw-------");

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Opens the folder; where it is missing it is created, for its owner only.
     *
     * @throws StartRefusedException if another program has the folder open, or another user owns it
     */
    static DataFolder open(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            if (Files.notExists(absolute)) {
                Files.createDirectories(absolute, OWN_FOLDER);
            }
            Path root = absolute.toRealPath();
            return new DataFolder(root, lock(root));
        } catch (AccessDeniedException e) {
            throw foreign(absolute);
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        Path file = root.resolve("lock");
        FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE), OWN_FILE);
        if (!acquires(channel)) {
            String holder = Files.readString(file).strip();
            channel.close();
            throw inUse(root, holder);
        }
        channel.truncate(0);
        channel.write(UTF_8.encode(Long.toString(ProcessHandle.current().pid())));
        return channel;
    }

    private static boolean acquires(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The folder itself, without symbolic links. */
    Path root() {
        return root;
    }

    /**
     * Makes sure that what stands at the path, if anything does, belongs to the user who runs the program.
     *
     * @throws StartRefusedException if it is another user's
     */
    static void requireOwn(Path path) throws IOException {
        if (Files.exists(path) && !userOf(path).equals(userOf(Path.of("/proc/self")))) {
            throw foreign(path);
        }
    }

    private static Object userOf(Path path) throws IOException {
        return Files.getAttribute(path, "unix:uid");
    }

    /** The file that keeps the password of a database role; drawn at random (256 bit) when it is missing. It appears whole or not at all. */
    Path passwordFile(String role) throws IOException {
        Path file = root.resolve("password-" + role);
        if (Files.notExists(file)) {
            Path draft = root.resolve("password-" + role + ".new");
            Files.deleteIfExists(draft);
            try (FileChannel channel = FileChannel.open(
                    draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWN_FILE)) {
                channel.write(ByteBuffer.wrap(randomPassword().getBytes(UTF_8)));
                channel.force(true);
            }
            publish(draft, file);
        }
        return file;
    }

    /** Gives a finished draft its name, so that it keeps it through a loss of power. */
    static void publish(Path draft, Path file) throws IOException {
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** Removes everything of the folder whose name starts so, with all it contains. */
    void removeAll(String prefix) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            for (Path entry : entries.filter(
                            path -> path.getFileName().toString().startsWith(prefix))
                    .toList()) {
                remove(entry);
            }
        }
    }

    private static void remove(Path entry) throws IOException {
        try (Stream<Path> tree = Files.walk(entry)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static String randomPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static FileAttribute<Set<PosixFilePermission>> only(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    private static StartRefusedException inUse(Path root, String holder) {
        return new StartRefusedException(
                "数据目录 %s 正被另一个程序使用（进程号 %s）。请先停止该程序，或用 targetwatch.data-dir 另设一个目录。".formatted(root, holder),
                "The data folder %s is in use by another program (process %s). Stop that one first, or set another folder with targetwatch.data-dir."
                        .formatted(root, holder));
    }

    private static StartRefusedException foreign(Path path) throws IOException {
        Path existing = path;
        while (Files.notExists(existing)) {
            existing = existing.getParent();
        }
        String owner = Files.getOwner(existing).getName();
        String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(existing));
        String user = System.getProperty("user.name");
        return new StartRefusedException(
                "当前用户 %s 无法使用 %s：%s 属于用户 %s（权限 %s）。请用该用户启动，或用 chown -R 把目录交给当前用户，或用 targetwatch.data-dir 另设一个目录。"
                        .formatted(user, path, existing, owner, permissions),
                "User %s cannot use %s: %s belongs to user %s (permissions %s). Start as that user, hand the folder over with chown -R, or set another folder with targetwatch.data-dir."
                        .formatted(user, path, existing, owner, permissions));
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
