package org.targetwatch.intake;

import org.targetwatch.web.Text;

/**
 * Something odd about a figure. It marks the figure for people and stops nothing.
 *
 * @param field the field it is about
 * @param code {@code W-…}
 * @param what one or more whole sentences, as politely as possible: most odd figures are right
 */
record Finding(String field, String code, Text what) {}
