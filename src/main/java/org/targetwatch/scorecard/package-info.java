/** The only place where target meets figure: stored cards, the queue of what must be judged again, the why-card. */
@NullMarked
package org.targetwatch.scorecard;

import org.jspecify.annotations.NullMarked;
