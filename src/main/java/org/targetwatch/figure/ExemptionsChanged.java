package org.targetwatch.figure;

import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;

/** Fired inside the transaction that stored whether an indicator applies to a region. */
public record ExemptionsChanged(String plan, Series series, Period from) {}
