package org.targetwatch.figure;

/** What became of a batch: {@code received} is the sum of the others. */
public record Outcome(int received, int created, int revised, int unchanged) {}
