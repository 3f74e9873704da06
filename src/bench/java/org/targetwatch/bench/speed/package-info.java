/**
 * How fast the program is beside what it could be at best: the database itself, and a peer on the same machine. Each part
 * writes a table into {@code target/bench}; see {@code docs/performance.md}.
 */
@NullMarked
package org.targetwatch.bench.speed;

import org.jspecify.annotations.NullMarked;
