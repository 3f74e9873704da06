/** What was reported: figures, each with all its revisions, chained per region so that no row can change unseen. */
@NullMarked
package org.targetwatch.figure;

import org.jspecify.annotations.NullMarked;
