/** 审核: what came in for a month, taken or returned; the calendar, closed and reopened. */
@NullMarked
package org.targetwatch.page.review;

import org.jspecify.annotations.NullMarked;
