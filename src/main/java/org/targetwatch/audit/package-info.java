/** Hash chains: what makes a changed, removed or re-ordered record noticeable. */
@NullMarked
package org.targetwatch.audit;

import org.jspecify.annotations.NullMarked;
