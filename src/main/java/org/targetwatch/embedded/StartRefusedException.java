package org.targetwatch.embedded;

/**
 * The program cannot start, and starting it again would not help before a person did something. The message is written for that person:
 * the cause and the remedy, first in Chinese, then in English, one line each.
 */
public final class StartRefusedException extends RuntimeException {
    /** What the program exits with then: {@code EX_CONFIG} of sysexits.h. */
    public static final int EXIT_CODE = 78;

    private static final long serialVersionUID = 1L;

    /** Builds the message of the two lines. */
    public StartRefusedException(String chinese, String english) {
        super(chinese + System.lineSeparator() + english);
    }
}
