/** Accounts, tokens, roles, and who may touch which region. */
@NullMarked
package org.targetwatch.access;

import org.jspecify.annotations.NullMarked;
