/** What must hold however many regions there are: how many statements a request takes, and how the database answers them. */
@NullMarked
package org.targetwatch.scale;

import org.jspecify.annotations.NullMarked;
