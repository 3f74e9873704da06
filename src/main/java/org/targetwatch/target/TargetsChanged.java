package org.targetwatch.target;

import org.targetwatch.measure.Period;

/** Fired inside the transaction that stored a decision about one region's target. */
public record TargetsChanged(String plan, String indicator, String region, Period from) {}
