package org.targetwatch.bench.speed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.targetwatch.Territory;
import org.targetwatch.Territory.Sent;
import org.targetwatch.bench.speed.Load.Request;

/** From the answer to a post until the city's card and its metric have changed, while other counties post. */
final class Freshness {
    private static final int ROUNDS = 101;
    private static final int UNMEASURED = 5;
    private static final int CLERKS = 4;
    private static final int MONTHS_AT_ONCE = 10;
    private static final Duration STEADY = Duration.ofMillis(400);
    /** Who looks all the time is a load himself. */
    private static final int LOOK_MILLIS = 25;

    private final HttpClient http = HttpClient.newHttpClient();

    private final Table table = new Table(
            "Freshness",
            "From the answer to a county's post until the city's card, and its metric, say it, while %d other counties post, one month of"
                            .formatted(CLERKS)
                    + " 41 figures after the other: each every %d ms, or as soon as it is answered. %d posts, looked for every %d ms."
                            .formatted(STEADY.toMillis(), ROUNDS, LOOK_MILLIS),
            "| card, p50 ms | p99 ms | metric, p50 ms | p99 ms");

    private final Bureau city;
    private final int month;
    private int revision;
    private volatile boolean looking;

    /** @param month the last one that the city's card is about */
    Freshness(Bureau city, int month) {
        this.city = city;
        this.month = month;
    }

    void measure() throws Exception {
        List<Request> all = new ArrayList<>();
        for (int county = 0; county < city.territory().counties().size(); county++) {
            all.add(city.post(0, "month-" + county, city.territory().month(county, month, 0)));
        }
        city.service().load(all);
        measure("10 posts/s", STEADY);
        measure("as fast as they are answered", Duration.ZERO);
        table.print();
    }

    private void measure(String load, Duration every) throws Exception {
        List<Double> cards = new ArrayList<>();
        List<Double> metrics = new ArrayList<>();
        looking = true;
        Thread clerks = new Thread(() -> post(every));
        clerks.start();
        for (int round = 0; clerks.isAlive() && round < UNMEASURED + ROUNDS; round++) {
            look(round, cards, metrics);
        }
        looking = false;
        clerks.join();
        cards.subList(0, UNMEASURED).clear();
        metrics.subList(0, UNMEASURED).clear();
        table.row(load, quantile(cards, 0.5), quantile(cards, 0.99), quantile(metrics, 0.5), quantile(metrics, 0.99));
    }

    private static String quantile(List<Double> millis, double share) {
        return Table.number(Table.quantile(millis, share));
    }

    private void post(Duration every) {
        try {
            while (looking) {
                city.service().load(city.service().door(), posts(), every);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Request> posts() throws IOException {
        List<Request> posts = new ArrayList<>();
        for (int post = 0; post < CLERKS * MONTHS_AT_ONCE; post++) {
            int clerk = 1 + post % CLERKS;
            revision++;
            posts.add(city.post(
                    clerk,
                    "post-" + post,
                    city.territory().month(clerk, month, revision).skip(1)));
        }
        return posts;
    }

    /** The first indicator is nobody else's, so the city's sum moves by what this county sends. */
    private void look(int round, List<Double> cards, List<Double> metrics) throws IOException, InterruptedException {
        Sent figure = city.territory().month(0, month, 1 + round).findFirst().orElseThrow();
        String sum = String.valueOf(11 * (400 + 20 * month) + 55 + (1 + round) % 97);
        Door door = city.service().door();
        HttpRequest post = door.request(URI.create(door.url() + city.path("/figures")))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Territory.json(List.of(figure).stream())))
                .build();
        http.send(post, BodyHandlers.ofString());
        long answered = System.nanoTime();
        String card = city.path("/scorecard/" + figure.indicator().code() + "/"
                + city.territory().top() + "?period=" + figure.period());
        until(door, card, "\"actual\":" + sum + ",");
        cards.add((System.nanoTime() - answered) / 1e6);
        String metric = "targetwatch_actual{plan=\"%s\",indicator=\"%s\",region=\"%s\"} %s.0\n"
                .formatted(
                        city.territory().plan(),
                        figure.indicator().code(),
                        city.territory().top(),
                        sum);
        until(city.service().management(), "/q/metrics", metric);
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
