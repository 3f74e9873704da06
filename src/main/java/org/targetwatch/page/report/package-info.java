/** 填报: the month's form of a region: filled, checked, sent. */
@NullMarked
package org.targetwatch.page.report;

import org.jspecify.annotations.NullMarked;
