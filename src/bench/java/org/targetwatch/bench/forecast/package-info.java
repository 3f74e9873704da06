/**
 * The back-test of the forecast: years invented by other means than the method assumes, forecast month by month as
 * they were reported. Numbers are {@code double} here: they stand for the world, not for anyone's figures.
 */
@NullMarked
package org.targetwatch.bench.forecast;

import org.jspecify.annotations.NullMarked;
