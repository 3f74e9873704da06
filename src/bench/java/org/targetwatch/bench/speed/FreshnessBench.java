package org.targetwatch.bench.speed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.targetwatch.Territory;
import org.targetwatch.Territory.Sent;
import org.targetwatch.bench.speed.Load.Request;

/** From the answer to a post until the city's card and its metric have changed, while other counties post. */
class FreshnessBench {
    private static final int ROUNDS = 60;
    private static final int CLERKS = 4;
    private static final int MONTH = 10;
    private static final Duration WARMING = Duration.ofSeconds(30);
    /** Who looks all the time is a load himself. */
    private static final int LOOK_MILLIS = 10;

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    private final Table table = new Table(
            "Freshness",
            "From the answer to a county's post until the city's card, and its metric, say it; %d other counties post all the time, one"
                            .formatted(CLERKS)
                    + " month of 41 figures after the other. %d posts, looked for every %d ms."
                            .formatted(ROUNDS, LOOK_MILLIS),
            "| p50 ms | p99 ms");

    private final List<Double> cards = new ArrayList<>();
    private final List<Double> metrics = new ArrayList<>();

    @Test
    void freshness() throws Exception {
        try (Bed bed = Bed.start(folder, Territory.CITY, "2020-11-05")) {
            for (int county = 0; county < 11; county++) {
                bed.load(List.of(bed.post(0, "month", bed.territory().month(county, MONTH, 0))));
            }
            bed.warmUp(WARMING, () -> posts(bed));
            Thread clerks = new Thread(() -> post(bed));
            clerks.start();
            for (int round = 1; clerks.isAlive() && round <= ROUNDS; round++) {
                look(bed, round);
            }
            clerks.join();
        }
        table.row("card", quantile(cards, 0.5), quantile(cards, 0.99));
        table.row("metric", quantile(metrics, 0.5), quantile(metrics, 0.99));
        table.print();
    }

    private static String quantile(List<Double> millis, double share) {
        return Table.number(Table.quantile(millis, share));
    }

    private static void post(Bed bed) {
        try {
            bed.load(posts(bed));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Request> posts(Bed bed) throws IOException {
        List<Request> posts = new ArrayList<>();
        for (int post = 1; post <= ROUNDS * 8; post++) {
            int clerk = 1 + post % CLERKS;
            posts.add(bed.post(
                    clerk,
                    "post-" + post,
                    bed.territory().month(clerk, MONTH, post).skip(1)));
        }
        return posts;
    }

    /** The first indicator is nobody else's, so the city's sum moves by what this county sends. */
    private void look(Bed bed, int round) throws IOException, InterruptedException {
        Sent figure = bed.territory().month(0, MONTH, round).findFirst().orElseThrow();
        String sum = String.valueOf(11 * (400 + 20 * MONTH) + 55 + round);
        HttpRequest post = bed.door()
                .request(URI.create(bed.door().url() + bed.path("/figures")))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Territory.json(List.of(figure).stream())))
                .build();
        http.send(post, BodyHandlers.ofString());
        long answered = System.nanoTime();
        String card = bed.path("/scorecard/" + figure.indicator().code() + "/"
                + bed.territory().top() + "?period=2020-10");
        until(bed.door(), card, "\"actual\":" + sum + ",");
        cards.add((System.nanoTime() - answered) / 1e6);
        String metric = "targetwatch_actual{plan=\"%s\",indicator=\"%s\",region=\"%s\"} %s.0\n"
                .formatted(
                        bed.territory().plan(),
                        figure.indicator().code(),
                        bed.territory().top(),
                        sum);
        Door management = new Door(bed.program().managementUrl(), bed.door().authorization());
        until(management, "/q/metrics", metric);
        metrics.add((System.nanoTime() - answered) / 1e6);
    }

    private void until(Door door, String path, String expected) throws IOException, InterruptedException {
        HttpRequest request = door.request(URI.create(door.url() + path))
                .header("Accept", "application/json, text/plain;q=0.5")
                .build();
        long patience = System.nanoTime() + 10_000_000_000L;
        String answer = http.send(request, BodyHandlers.ofString()).body();
        while (!answer.contains(expected) && System.nanoTime() < patience) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            answer = http.send(request, BodyHandlers.ofString()).body();
        }
        if (!answer.contains(expected)) {
            throw new IllegalStateException(
                    expected + " never came: " + answer.lines().limit(3).toList());
        }
    }
}
