/** Plans, work items, indicators, regions, offices: what is watched. Reads {@code seeds/*.yaml}. */
@NullMarked
package org.targetwatch.catalogue;

import org.jspecify.annotations.NullMarked;
