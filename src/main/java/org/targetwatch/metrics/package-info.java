/** Cards as Prometheus metrics: every metric and label name, and the snapshot that a scrape sees. */
@NullMarked
package org.targetwatch.metrics;

import org.jspecify.annotations.NullMarked;
