/** 通报: the monthly paper that says how a plan stands, drafted, issued and then frozen. */
@NullMarked
package org.targetwatch.bulletin;

import org.jspecify.annotations.NullMarked;
