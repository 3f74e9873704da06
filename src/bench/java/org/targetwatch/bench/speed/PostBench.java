package org.targetwatch.bench.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.targetwatch.Territory;
import org.targetwatch.bench.speed.Load.Request;

/** A county posts its month, beside the same rows written by plain JDBC. */
class PostBench {
    private static final int ROUNDS = 3;
    private static final int POSTS = 120;
    private static final int MONTH = 10;
    private static final Duration WARMING = Duration.ofSeconds(75);

    @TempDir
    Path folder;

    private final Table table = new Table(
            "County posts",
            "A county of a city of 11 corrects all 41 figures of last month, JSON. CPU of the service includes effects and"
                    + " judging, but not the compilers. Medians of %d rounds of %d posts (least–most)."
                            .formatted(ROUNDS, POSTS),
            "| clients | p50 ms | p99 ms | posts/s | CPU service ms/post | CPU compilers ms/post | CPU database ms/post");

    private int revision;

    @Test
    void post() throws Exception {
        try (Bed bed = Bed.start(folder, Territory.CITY, "2020-11-05");
                Floor floor = new Floor(bed)) {
            List<Request> past = new ArrayList<>();
            for (int county = 0; county < 11; county++) {
                past.add(bed.post(county, "past-" + county, bed.territory().year(county, MONTH)));
            }
            bed.load(past);
            bed.warmUp(WARMING, () -> posts(bed, 8, POSTS));
            measure(bed, floor, 8);
            measure(bed, floor, 1);
        }
        table.print();
    }

    private void measure(Bed bed, Floor floor, int clients) throws Exception {
        bed.load(posts(bed, clients, POSTS));
        floor.post(clients, POSTS);
        List<Round> service = new ArrayList<>();
        List<Round> plain = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Request> posts = posts(bed, clients, POSTS);
            service.add(round(bed, () -> Bed.millis(bed.load(posts))));
            plain.add(round(bed, () -> floor.post(clients, POSTS)));
        }
        row("Targetwatch", clients, service);
        row("plain JDBC, one transaction", clients, plain);
    }

    private List<Request> posts(Bed bed, int clients, int number) throws IOException {
        List<Request> posts = new ArrayList<>();
        for (int post = 0; post < number; post++) {
            int client = post % clients;
            revision++;
            posts.add(bed.post(client, "post-" + post, bed.territory().month(client, MONTH, revision)));
        }
        return posts;
    }

    private record Round(List<Double> millis, Cost cost) {
        double quantile(double share) {
            return Table.quantile(millis, share);
        }
    }

    private interface Work {
        List<Double> run() throws Exception;
    }

    private static Round round(Bed bed, Work work) throws Exception {
        bed.awaitJudged();
        Cost before = bed.cost();
        List<Double> millis = work.run();
        bed.awaitJudged();
        return new Round(millis, bed.cost().since(before).per(millis.size()));
    }

    private void row(String who, int clients, List<Round> rounds) {
        table.row(
                who,
                clients,
                Table.spread(rounds.stream().map(round -> round.quantile(0.5)).toList()),
                Table.spread(rounds.stream().map(round -> round.quantile(0.99)).toList()),
                Table.spread(rounds.stream()
                        .map(round -> clients
                                * 1000
                                / round.millis.stream()
                                        .mapToDouble(Double::doubleValue)
                                        .average()
                                        .orElseThrow())
                        .toList()),
                Table.spread(rounds.stream().map(round -> round.cost.service()).toList()),
                Table.spread(
                        rounds.stream().map(round -> round.cost.compilers()).toList()),
                Table.spread(rounds.stream().map(round -> round.cost.database()).toList()));
    }
}
