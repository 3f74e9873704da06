package org.targetwatch;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the program. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        Quarkus.run(arguments);
    }
}
