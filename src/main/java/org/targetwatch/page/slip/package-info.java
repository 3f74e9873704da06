/** 督办单: what lags and was asked after, and what was answered. */
@NullMarked
package org.targetwatch.page.slip;

import org.jspecify.annotations.NullMarked;
