package org.targetwatch.bench.speed;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.targetwatch.Territory;
import org.targetwatch.Territory.Sent;
import org.targetwatch.bench.speed.Load.Request;

/** Ten months of three hundred counties in one request, beside COPY and INSERT … ON CONFLICT in the same database. */
class BulkBench {
    private static final int FIGURES = 120_000;
    private static final int MONTHS = 10;
    /** Half of its counties report in JSON, the others in CSV. */
    private static final Territory LAND = new Territory("bulk-2020", "B", List.of(60, 600));

    private static final int HALF = 300;

    @TempDir
    Path folder;

    private final Table table = new Table(
            "Bulk",
            "%,d figures of 300 counties, ten months each, in one request; first, the same again, all changed. The judging that"
                            .formatted(FIGURES)
                    + " follows is not in it. COPY goes into a staging table, INSERT … ON CONFLICT into the same tables, one"
                    + " transaction.",
            "| figures/s | " + Cost.COLUMNS);

    @Test
    void bulk() throws Exception {
        try (Bed bed = Bed.start(folder, LAND, "2020-11-05");
                Floor floor = new Floor(bed);
                Connection connection = bed.connect()) {
            bed.awaitJudged();
            for (String what : List.of("first", "all changed")) {
                List<Sent> figures = figures(HALF, 0).toList();
                Cost before = bed.cost();
                floor.bulk(connection, figures);
                row("COPY + INSERT, " + what, bed.cost().since(before));
            }
            measure("JSON, first", bed, bed.post(0, "json", figures(0, 0)));
            measure("JSON, the same again", bed, bed.post(0, "json", figures(0, 0)));
            measure("JSON, all changed", bed, bed.post(0, "json", figures(0, 1)));
            measure("CSV, first", bed, bed.postCsv(0, "csv", figures(HALF, 0)));
            measure("CSV, the same again", bed, bed.postCsv(0, "csv", figures(HALF, 0)));
            measure("CSV, all changed", bed, bed.postCsv(0, "csv", figures(HALF, 1)));
            table.row("peak memory of the JVM, MB", Cpu.peakMemory(bed.program().pid()), "", "", "", "");
        }
        table.print();
    }

    private static Stream<Sent> figures(int first, int revision) {
        return IntStream.range(first, first + HALF)
                .boxed()
                .flatMap(county ->
                        IntStream.rangeClosed(1, MONTHS).boxed().flatMap(month -> LAND.month(county, month, revision)))
                .limit(FIGURES);
    }

    private void measure(String what, Bed bed, Request request) throws Exception {
        bed.awaitJudged();
        Cost before = bed.cost();
        double millis = Bed.millis(bed.load(List.of(request))).get(0);
        Cost spent = bed.cost().since(before);
        row(what, new Cost(millis, spent.service(), spent.compilers(), spent.database()));
    }

    private void row(String what, Cost cost) {
        table.row(what, String.format("%,.0f", FIGURES / cost.wall() * 1000), cost.shown());
    }
}
