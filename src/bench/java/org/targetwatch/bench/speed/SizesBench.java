package org.targetwatch.bench.speed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.targetwatch.Territory;
import org.targetwatch.Territory.Sent;
import org.targetwatch.bench.speed.Load.Request;

/** A city, a province and a country ({@code -Dbench.sizes=country}, which takes its time) with a year of figures: taken in, judged from scratch, read. */
class SizesBench {
    private static final Map<String, Territory> SIZES =
            Map.of("city", Territory.CITY, "province", Territory.PROVINCE, "country", Territory.COUNTRY);

    private static final int MONTHS = 12;
    private static final int AT_ONCE = 120_000;
    private static final int READS = 100;
    private static final Duration WARMING = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    private final Table judging = new Table(
            "Judging from scratch",
            "All cards of a year judged again, as after an import: nothing of it is new, so each is compared and stays. 'First'"
                    + " is the first judging of an empty plan, which stores every card.",
            "| cards | cards/s | CPU service µs/card | CPU compilers µs/card | CPU database µs/card");

    private final Table reading = new Table(
            "Reading",
            "The plan's own region; %d reads each, one client.".formatted(READS),
            "| p50 ms | p95 ms | bytes | CPU service ms | CPU compilers ms | CPU database ms");

    private final Table taking = new Table(
            "Taking in a year",
            "Requests of at most 120,000 figures, a year of some counties each, JSON; until all cards stand.",
            "| figures | requests | figures/s in the requests | " + Cost.COLUMNS + " | peak memory of the JVM, MB");

    @Test
    void sizes() throws Exception {
        for (String name : System.getProperty("bench.sizes", "city,province").split(",")) {
            size(name, SIZES.get(name));
            Stream.of(taking, judging, reading).forEach(Table::print);
        }
    }

    private void size(String name, Territory territory) throws Exception {
        Path own = Files.createDirectory(folder.resolve(name));
        try (Bed bed = Bed.start(own, territory, "2020-12-31")) {
            judge(name + ", first", bed, () -> {});
            take(name, bed);
            judge(name, bed, () -> bed.execute("DELETE FROM judged_day"));
            read(name, bed);
        }
    }

    private void take(String name, Bed bed) throws Exception {
        int counties = bed.territory().counties().size();
        int together =
                Math.max(1, AT_ONCE / (MONTHS * bed.territory().indicators().size()));
        Cost before = bed.cost();
        List<Double> millis = new ArrayList<>();
        for (int first = 0; first < counties; first += together) {
            Stream<Sent> figures = IntStream.range(first, Math.min(counties, first + together))
                    .boxed()
                    .flatMap(county -> bed.territory().year(county, MONTHS));
            millis.addAll(Bed.millis(bed.load(List.of(bed.post(0, "year", figures)))));
        }
        bed.awaitJudged();
        long figures = bed.count("SELECT count(*) FROM figure");
        double seconds = millis.stream().mapToDouble(Double::doubleValue).sum() / 1000;
        taking.row(
                name,
                figures,
                millis.size(),
                Table.number(figures / seconds),
                bed.cost().since(before).shown(),
                Cpu.peakMemory(bed.program().pid()));
    }

    private interface Work {
        void run() throws Exception;
    }

    private void judge(String name, Bed bed, Work begin) throws Exception {
        Cost before = bed.cost();
        begin.run();
        bed.awaitJudged();
        long cards = bed.count("SELECT count(*) FROM card");
        Cost each = bed.cost().since(before).per(cards);
        judging.row(
                name,
                cards,
                Table.number(1000 / each.wall()),
                Table.number(each.service() * 1000),
                Table.number(each.compilers() * 1000),
                Table.number(each.database() * 1000));
    }

    private void read(String name, Bed bed) throws Exception {
        String indicator = "/public-kindergarten-share";
        String top = "/" + bed.territory().top();
        Map<String, String> paths = new TreeMap<>(Map.of(
                "board page", "/?plan=" + bed.territory().plan(),
                "indicator page",
                        "/indicators" + indicator + "?plan=" + bed.territory().plan(),
                "scorecard", bed.path("/scorecard"),
                "why-card", bed.path("/scorecard" + indicator + top),
                "history", bed.path("/scorecard" + indicator + top + "/history"),
                "gap", bed.path("/scorecard" + indicator + "/gap"),
                "calendar", bed.path("/calendar?size=100")));
        for (Map.Entry<String, String> path : paths.entrySet()) {
            bed.warmUp(WARMING, () -> reads(path.getValue()));
            Cost before = bed.cost();
            var answers = bed.load(reads(path.getValue()));
            Cost each = bed.cost().since(before).per(READS);
            Function<Double, String> quantile = share -> Table.number(Table.quantile(Bed.millis(answers), share));
            reading.row(
                    name + ", " + path.getKey(),
                    quantile.apply(0.5),
                    quantile.apply(0.95),
                    answers.get(0).bytes(),
                    Table.number(each.service()),
                    Table.number(each.compilers()),
                    Table.number(each.database()));
        }
    }

    private static List<Request> reads(String path) {
        return IntStream.range(0, READS).mapToObj(read -> Request.get(0, path)).toList();
    }
}
