/** What every HTTP call shares: problems (RFC 9457), languages, paging, parameters, JSON settings, the clock. */
@NullMarked
package org.targetwatch.web;

import org.jspecify.annotations.NullMarked;
