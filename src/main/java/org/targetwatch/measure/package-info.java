/** What a figure is: periods, units, exact values, amounts and their kinds. Plain Java, no framework. */
@NullMarked
package org.targetwatch.measure;

import org.jspecify.annotations.NullMarked;
