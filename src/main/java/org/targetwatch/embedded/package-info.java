/** PostgreSQL started by the program itself, for those who have no database server. */
@NullMarked
package org.targetwatch.embedded;

import org.jspecify.annotations.NullMarked;
