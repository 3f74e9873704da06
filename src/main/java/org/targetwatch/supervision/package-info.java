/** 督办: slips, which follow a lag to its answer, and the digests that tell an office what is open, due and new. */
@NullMarked
package org.targetwatch.supervision;

import org.jspecify.annotations.NullMarked;
