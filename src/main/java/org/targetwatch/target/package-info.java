/** What was promised, by the city and by its regions, and when it was re-planned. */
@NullMarked
package org.targetwatch.target;

import org.jspecify.annotations.NullMarked;
