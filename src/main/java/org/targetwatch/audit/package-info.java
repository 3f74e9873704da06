/** What makes records trustworthy: hash chains, in which a changed, removed or re-ordered one is noticed, and exact times. */
@NullMarked
package org.targetwatch.audit;

import org.jspecify.annotations.NullMarked;
