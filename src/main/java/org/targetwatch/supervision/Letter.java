package org.targetwatch.supervision;

import java.util.List;

/**
 * A mail.
 *
 * @param name its {@code Message-ID}: one that is sent again is known by it as the same
 */
record Letter(String name, String subject, String text, List<String> addresses) {}
