package org.targetwatch.web;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with what was sent.
 *
 * @param index which element of the batch, from 0; null when the batch or a parameter as a whole is meant
 * @param field the field in that element, or the parameter
 * @param code stable, {@code E-…} or {@code W-…}; each is explained in {@code docs/problems.md}
 * @param message names the place, the bad value and the remedy
 */
public record Violation(@Nullable Integer index, String field, String code, Text message) {}
