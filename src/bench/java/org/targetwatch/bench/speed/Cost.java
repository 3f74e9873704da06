package org.targetwatch.bench.speed;

/**
 * What something took, in milliseconds.
 *
 * @param service CPU of the program
 * @param database CPU of its PostgreSQL
 */
record Cost(double wall, double service, double database) {
    static final String COLUMNS = "wall ms | CPU service ms | CPU database ms";

    Cost since(Cost earlier) {
        return new Cost(wall - earlier.wall, service - earlier.service, database - earlier.database);
    }

    Cost per(long number) {
        return new Cost(wall / number, service / number, database / number);
    }

    /** The same columns of a table. */
    String shown() {
        return String.join(" | ", Table.number(wall), Table.number(service), Table.number(database));
    }
}
