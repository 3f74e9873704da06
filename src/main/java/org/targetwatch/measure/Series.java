package org.targetwatch.measure;

/** One indicator in one region, over all periods: what figures and targets are keyed by. */
public record Series(String indicator, String region) {}
