package org.targetwatch.bench.speed;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;

/**
 * What something took, in milliseconds.
 *
 * @param service CPU of the program, its compilers left out
 * @param compilers CPU of the JVM's compilers, which have work for minutes after a start, and none later
 * @param database CPU of its PostgreSQL
 */
record Cost(double wall, double service, double compilers, double database) {
    static final String COLUMNS = "wall ms | CPU service ms | CPU compilers ms | CPU database ms";

    Cost since(Cost earlier) {
        return new Cost(
                wall - earlier.wall,
                service - earlier.service,
                compilers - earlier.compilers,
                database - earlier.database);
    }

    Cost per(long number) {
        return new Cost(wall / number, service / number, compilers / number, database / number);
    }

    /** The same columns of a table. */
    String shown() {
        return Stream.of(wall, service, compilers, database).map(Table::number).collect(joining(" | "));
    }
}
