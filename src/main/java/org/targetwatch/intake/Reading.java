package org.targetwatch.intake;

import java.util.Map;
import org.targetwatch.figure.Batch;
import org.targetwatch.figure.Figure.Key;

/** A batch as it was read, nothing wrong with any of its rows. */
record Reading(Batch batch, Map<Key, Origin> origins) {}
