/** 通报: the month's bulletin, shown and downloaded. */
@NullMarked
package org.targetwatch.page.bulletin;

import org.jspecify.annotations.NullMarked;
