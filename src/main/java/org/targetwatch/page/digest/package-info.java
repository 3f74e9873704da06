/** 日报、周报: what an office has before it. */
@NullMarked
package org.targetwatch.page.digest;

import org.jspecify.annotations.NullMarked;
