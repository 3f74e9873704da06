/** How figures come in: one reader per format, and the rules that every row must pass. */
@NullMarked
package org.targetwatch.intake;

import org.jspecify.annotations.NullMarked;
