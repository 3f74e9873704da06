/** Many rows to and from PostgreSQL in one statement. */
@NullMarked
package org.targetwatch.rows;

import org.jspecify.annotations.NullMarked;
