/** 目标: what a region is to reach and by which way, decided anew with the line before one's eyes. */
@NullMarked
package org.targetwatch.page.target;

import org.jspecify.annotations.NullMarked;
