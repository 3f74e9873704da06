package org.targetwatch.target;

import org.targetwatch.measure.Period;
import org.targetwatch.progress.Target;

/** A decision that nobody has made yet. @param from the first period that would be judged by it @param target in base units */
public record Proposal(Period from, Target target) {}
