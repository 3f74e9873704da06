package org.targetwatch.scorecard;

/** Fired by this replica's worker after it has stored cards; other replicas' cards are found by looking. */
public record CardsChanged() {}
