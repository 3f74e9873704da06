package org.targetwatch.bench.speed;

import java.sql.Connection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.targetwatch.Territory;
import org.targetwatch.Territory.Sent;
import org.targetwatch.bench.speed.Load.Request;

/** Ten months of three hundred counties in one request, beside COPY and INSERT … ON CONFLICT in the same database. */
final class Bulk {
    private static final int FIGURES = 120_000;
    private static final int MONTHS = 10;
    /** Half of its counties report in JSON, the others in CSV. */
    static final Territory LAND = new Territory("bulk-2020", "B", List.of(2, 20, 600));

    private static final int HALF = 300;

    private final Table table = new Table(
            "Bulk",
            "%,d figures of 300 counties, ten months each, in one request; first, the same again, all changed. The judging that"
                            .formatted(FIGURES)
                    + " follows is not in it. COPY goes into a staging table, INSERT … ON CONFLICT into the same tables, one"
                    + " transaction.",
            "| figures/s | " + Cost.COLUMNS);

    private final Bureau land;

    Bulk(Service service) {
        this.land = new Bureau(service, LAND);
    }

    void measure() throws Exception {
        try (Floor floor = new Floor(land);
                Connection connection = land.service().connect()) {
            for (String what : List.of("first", "all changed")) {
                List<Sent> figures = figures(HALF, 0).toList();
                Cost before = land.service().cost();
                floor.bulk(connection, figures);
                row("COPY + INSERT, " + what, land.service().cost().since(before));
            }
        }
        measure("JSON, first", land.post(0, "json", figures(0, 0)));
        measure("JSON, the same again", land.post(0, "json", figures(0, 0)));
        measure("JSON, all changed", land.post(0, "json", figures(0, 1)));
        measure("CSV, first", land.postCsv(0, "csv", figures(HALF, 0)));
        measure("CSV, the same again", land.postCsv(0, "csv", figures(HALF, 0)));
        measure("CSV, all changed", land.postCsv(0, "csv", figures(HALF, 1)));
        long peak = Cpu.peakMemory(land.service().program().pid());
        table.row("peak memory of the JVM, MB", peak, "", "", "", "");
        table.print();
    }

    private static Stream<Sent> figures(int first, int revision) {
        return IntStream.range(first, first + HALF)
                .boxed()
                .flatMap(county ->
                        IntStream.rangeClosed(1, MONTHS).boxed().flatMap(month -> LAND.month(county, month, revision)))
                .limit(FIGURES);
    }

    private void measure(String what, Request request) throws Exception {
        land.service().awaitJudged();
        Cost before = land.service().cost();
        double millis = Service.millis(land.service().load(List.of(request))).get(0);
        Cost spent = land.service().cost().since(before);
        row(what, new Cost(millis, spent.service(), spent.compilers(), spent.database()));
    }

    private void row(String what, Cost cost) {
        table.row(what, String.format("%,.0f", FIGURES / cost.wall() * 1000), cost.shown());
    }
}
