package org.targetwatch.bench.speed;

import java.sql.Connection;
import java.util.List;
import org.targetwatch.Territory.Sent;
import org.targetwatch.bench.speed.Load.Request;

/** Requests of a year one by one, beside COPY and INSERT … ON CONFLICT of as many figures in the same database. */
final class Bulk {
    /** How many of the year's first requests are taken in here: one in JSON, one in CSV. */
    static final int REQUESTS = 2;

    private final Year year;
    private final Bureau bureau;
    private final long figures;
    private final Table table;

    Bulk(Year year) {
        this.year = year;
        this.bureau = year.bureau();
        this.figures = year.request(0, 0).count();
        this.table = new Table(
                "Bulk",
                "%,d figures in one request, beside those of the others of a country; first, the same again, all changed. The judging that"
                                .formatted(figures)
                        + " follows is not in it. COPY goes into a staging table, INSERT … ON CONFLICT into the same tables, one"
                        + " transaction.",
                "| figures/s | " + Cost.COLUMNS);
    }

    void measure() throws Exception {
        try (Floor floor = new Floor(bureau);
                Connection connection = bureau.service().connect()) {
            for (String what : List.of("first", "all changed")) {
                List<Sent> written = year.request(0, 0).toList();
                Cost before = bureau.service().cost();
                floor.bulk(connection, written);
                row("COPY + INSERT, " + what, bureau.service().cost().since(before));
            }
        }
        measure("JSON, first", bureau.post(0, "json", year.request(0, 0)));
        measure("JSON, the same again", bureau.post(0, "json", year.request(0, 0)));
        measure("JSON, all changed", bureau.post(0, "json", year.request(0, 1)));
        measure("CSV, first", bureau.postCsv(0, "csv", year.request(1, 0)));
        measure("CSV, the same again", bureau.postCsv(0, "csv", year.request(1, 0)));
        measure("CSV, all changed", bureau.postCsv(0, "csv", year.request(1, 1)));
        long peak = Cpu.peakMemory(bureau.service().program().pid());
        table.row("peak memory of the JVM, MB", peak, "", "", "", "");
        table.print();
    }

    private void measure(String what, Request request) throws Exception {
        bureau.service().awaitJudged();
        Cost before = bureau.service().cost();
        double millis = Service.millis(bureau.service().load(List.of(request))).get(0);
        Cost spent = bureau.service().cost().since(before);
        row(what, new Cost(millis, spent.service(), spent.compilers(), spent.database()));
    }

    private void row(String what, Cost cost) {
        table.row(what, String.format("%,.0f", figures / cost.wall() * 1000), cost.shown());
    }
}
