/** How far from the promise: directions, trajectories, judging. Plain Java, no framework; nothing here reads a clock. */
@NullMarked
package org.targetwatch.progress;

import org.jspecify.annotations.NullMarked;
