package org.targetwatch.bench.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.targetwatch.bench.speed.Load.Request;

/** A county posts its month, beside the same rows written by plain JDBC. */
final class Posts {
    private static final int ROUNDS = 3;
    private static final int POSTS = 120;

    private final Table table = new Table(
            "County posts",
            "A county of a city of 11 corrects all 41 figures of last month, JSON. CPU of the service includes effects and"
                    + " judging, but not the compilers. Medians of %d rounds of %d posts (least–most)."
                            .formatted(ROUNDS, POSTS),
            "| clients | p50 ms | p99 ms | posts/s | CPU service ms/post | CPU compilers ms/post | CPU database ms/post");

    private final Bureau city;
    private final int month;
    private int revision;

    /** @param month of which all figures were posted before */
    Posts(Bureau city, int month) {
        this.city = city;
        this.month = month;
    }

    /** Posts of {@code clients} counties at the same time, each its month again and again. */
    List<Request> of(int clients) throws IOException {
        List<Request> posts = new ArrayList<>();
        for (int post = 0; post < POSTS; post++) {
            int client = post % clients;
            revision++;
            posts.add(city.post(client, "post-" + post, city.territory().month(client, month, revision)));
        }
        return posts;
    }

    void measure() throws Exception {
        try (Floor floor = new Floor(city)) {
            measure(floor, 1);
            measure(floor, 8);
        }
        table.print();
    }

    private void measure(Floor floor, int clients) throws Exception {
        city.service().load(of(clients));
        floor.post(clients, POSTS);
        List<Round> service = new ArrayList<>();
        List<Round> plain = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Request> posts = of(clients);
            service.add(round(() -> Service.millis(city.service().load(posts))));
            plain.add(round(() -> floor.post(clients, POSTS)));
        }
        row("Targetwatch", clients, service);
        row("plain JDBC, one transaction", clients, plain);
    }

    private record Round(List<Double> millis, Cost cost) {
        double quantile(double share) {
            return Table.quantile(millis, share);
        }

        double perSecond(int clients) {
            double average =
                    millis.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            return clients * 1000 / average;
        }
    }

    private interface Work {
        List<Double> run() throws Exception;
    }

    private Round round(Work work) throws Exception {
        city.service().awaitJudged();
        Cost before = city.service().cost();
        List<Double> millis = work.run();
        city.service().awaitJudged();
        return new Round(millis, city.service().cost().since(before).per(millis.size()));
    }

    private void row(String who, int clients, List<Round> rounds) {
        table.row(
                who,
                clients,
                spread(rounds, round -> round.quantile(0.5)),
                spread(rounds, round -> round.quantile(0.99)),
                spread(rounds, round -> round.perSecond(clients)),
                spread(rounds, round -> round.cost.service()),
                spread(rounds, round -> round.cost.compilers()),
                spread(rounds, round -> round.cost.database()));
    }

    private static String spread(List<Round> rounds, Function<Round, Double> value) {
        return Table.spread(rounds.stream().map(value).toList());
    }
}
