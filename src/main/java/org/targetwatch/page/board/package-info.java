/** 看板: all promises of a region at a glance. */
@NullMarked
package org.targetwatch.page.board;

import org.jspecify.annotations.NullMarked;
