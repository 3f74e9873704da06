/** 指标: one indicator of one region, why it is judged so, and where what is missing is missing. */
@NullMarked
package org.targetwatch.page.indicator;

import org.jspecify.annotations.NullMarked;
