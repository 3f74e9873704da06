package org.targetwatch;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Programs of the system that tests use. A missing one fails the test: it is never a reason to skip. */
public final class Tool {
    private Tool() {}

    /**
     * Finds a program on the {@code PATH}.
     *
     * @param debianPackage where it comes from, for the message of the failure
     */
    public static Path require(String program, String debianPackage) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "The tests need the program %s, which is not installed. \"apt-get install %s\" brings it; \".ci/test\" brings all the tests need and runs them."
                                .formatted(program, debianPackage)));
    }
}
