package org.targetwatch.bench.speed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.targetwatch.Territory;
import org.targetwatch.Territory.Sent;
import org.targetwatch.bench.speed.Load.Answer;
import org.targetwatch.bench.speed.Load.Request;

/** A year of figures of a city, a province or a country: taken in, judged from scratch, read. */
final class Year {
    /** The day on which all its months are asked for. */
    static final String LAST_DAY = "2020-12-31";

    /** Figures of a request, at least, if there are as many. */
    private static final int AT_ONCE = 120_000;

    private static final int READS = 100;
    private static final Duration WARMING = Duration.ofSeconds(4);

    private final Bureau bureau;
    private final int counties;
    private final int together;
    private final Table taking;
    private final Table judging;
    private final Table reading;

    /** @param size what the tables call it */
    Year(String size, Bureau bureau) {
        this.bureau = bureau;
        this.counties = bureau.territory().counties().size();
        int ofEach = Territory.MONTHS * bureau.territory().indicators().size();
        this.together = (AT_ONCE + ofEach - 1) / ofEach;
        taking = new Table(
                size + ", taking in a year",
                "Requests of 120,000 figures, a year of some counties each, JSON; until all cards stand.",
                "| figures | requests | figures/s in the requests | " + Cost.COLUMNS + " | peak memory of the JVM, MB");
        judging = new Table(
                size + ", judging from scratch",
                "All cards of a year judged again, as after an import: nothing of it is new, so each is compared and stays.",
                "| cards | cards/s | CPU service µs/card | CPU compilers µs/card | CPU database µs/card");
        reading = new Table(
                size + ", reading",
                "The plan's own region; %d reads each, one client.".formatted(READS),
                "| p50 ms | p95 ms | bytes | CPU service ms | CPU compilers ms | CPU database ms");
    }

    Bureau bureau() {
        return bureau;
    }

    /** What a request brings, from 0: the year of as many counties as make 120,000 figures. */
    Stream<Sent> request(int number, int revision) {
        return IntStream.range(number * together, Math.min(counties, (number + 1) * together))
                .boxed()
                .flatMap(county -> bureau.territory().year(county, revision));
    }

    /** @param first the request to begin with */
    void take(int first) throws Exception {
        Service service = bureau.service();
        Cost before = service.cost();
        List<Double> millis = new ArrayList<>();
        for (int request = first; request * together < counties; request++) {
            millis.addAll(Service.millis(service.load(List.of(bureau.post(0, "year", request(request, 0))))));
        }
        service.awaitJudged();
        long figures = service.count("SELECT count(*) FROM figure WHERE plan = " + plan());
        double seconds = millis.stream().mapToDouble(Double::doubleValue).sum() / 1000;
        taking.row(
                "",
                figures,
                millis.size(),
                Table.number(figures / seconds),
                service.cost().since(before).shown(),
                Cpu.peakMemory(service.program().pid()));
        taking.print();
    }

    private String plan() {
        return "'" + bureau.territory().plan() + "'";
    }

    void judge() throws Exception {
        Service service = bureau.service();
        service.awaitRest();
        Cost before = service.cost();
        service.execute("DELETE FROM judged_day WHERE plan = " + plan());
        service.awaitJudged();
        Cost spent = service.cost().since(before);
        long cards = service.count("SELECT count(*) FROM card WHERE plan = " + plan());
        Cost each = spent.per(cards);
        judging.row(
                "",
                cards,
                Table.number(1000 / each.wall()),
                Table.number(each.service() * 1000),
                Table.number(each.compilers() * 1000),
                Table.number(each.database() * 1000));
        judging.print();
    }

    void read() throws Exception {
        for (Map.Entry<String, String> path : paths().entrySet()) {
            bureau.service().warmUp(WARMING, () -> reads(path.getValue()));
            Cost before = bureau.service().cost();
            List<Answer> answers = bureau.service().load(reads(path.getValue()));
            Cost each = bureau.service().cost().since(before).per(READS);
            Function<Double, String> quantile = share -> Table.number(Table.quantile(Service.millis(answers), share));
            reading.row(
                    path.getKey(),
                    quantile.apply(0.5),
                    quantile.apply(0.95),
                    answers.get(0).bytes(),
                    Table.number(each.service()),
                    Table.number(each.compilers()),
                    Table.number(each.database()));
        }
        reading.print();
    }

    private Map<String, String> paths() {
        String plan = "?plan=" + bureau.territory().plan();
        String indicator = "/public-kindergarten-share";
        String card =
                bureau.path("/scorecard" + indicator + "/" + bureau.territory().top());
        return new TreeMap<>(Map.of(
                "board page",
                "/" + plan,
                "indicator page",
                "/indicators" + indicator + plan,
                "scorecard",
                bureau.path("/scorecard"),
                "why-card",
                card,
                "history",
                card + "/history",
                "gap",
                bureau.path("/scorecard" + indicator + "/gap"),
                "calendar",
                bureau.path("/calendar?size=100")));
    }

    private static List<Request> reads(String path) {
        return IntStream.range(0, READS).mapToObj(read -> Request.get(0, path)).toList();
    }
}
