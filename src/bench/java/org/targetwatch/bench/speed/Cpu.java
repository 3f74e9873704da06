package org.targetwatch.bench.speed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** CPU time that processes have used, user and system, in milliseconds, and the memory they hold; from {@code /proc}. */
final class Cpu {
    private static final long MILLIS_PER_TICK = 10;
    /** Fields of {@code /proc/pid/stat}, counted from the state of the process. */
    private static final int USER = 11;

    private static final Pattern COMPILER = Pattern.compile("\\(C[12] CompilerThre");

    private Cpu() {}

    static long of(long process) {
        return ticks(process, 2) * MILLIS_PER_TICK;
    }

    /** That of the compilers among the threads of a JVM; their number must stay the same, for what has ended is not seen. */
    static long ofCompilers(long process) {
        Path threads = Path.of("/proc", String.valueOf(process), "task");
        try (Stream<Path> all = Files.list(threads)) {
            return all.map(thread -> read(process, "task/" + thread.getFileName() + "/stat"))
                            .filter(stat -> COMPILER.matcher(stat).find())
                            .mapToLong(stat -> ticks(stat, 2))
                            .sum()
                    * MILLIS_PER_TICK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With all its children, those included that have ended. */
    static long ofFamily(long process) {
        return (ticks(process, 4)
                        + children(process).map(child -> ticks(child, 4)).sum())
                * MILLIS_PER_TICK;
    }

    /** Megabytes in memory; what processes share is counted once. */
    static long memoryOfFamily(long process) {
        return LongStream.concat(LongStream.of(process), children(process))
                        .map(Cpu::kilobytes)
                        .sum()
                / 1024;
    }

    /** The most megabytes it ever had in memory. */
    static long peakMemory(long process) {
        return kilobytes(read(process, "status"), "VmHWM:") / 1024;
    }

    private static LongStream children(long process) {
        return ProcessHandle.of(process).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid);
    }

    private static long ticks(long process, int fields) {
        return ticks(read(process, "stat"), fields);
    }

    private static long ticks(String stat, int fields) {
        String[] values = stat.substring(stat.indexOf(')') + 1).strip().split(" ");
        return LongStream.range(USER, USER + fields)
                .filter(field -> field < values.length)
                .map(field -> Long.parseLong(values[(int) field]))
                .sum();
    }

    private static long kilobytes(long process) {
        return kilobytes(read(process, "smaps_rollup"), "Pss:");
    }

    private static long kilobytes(String lines, String name) {
        return lines.lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    /** Empty for a process that has just ended: its parent counts it. */
    private static String read(long process, String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process), file));
        } catch (IOException ended) {
            return "";
        }
    }
}
