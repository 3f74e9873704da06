/** A whole plan as one file of JSON lines: for backup, and for moving to another server or database. */
@NullMarked
package org.targetwatch.archive;

import org.jspecify.annotations.NullMarked;
