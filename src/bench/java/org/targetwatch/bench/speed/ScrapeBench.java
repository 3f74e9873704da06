package org.targetwatch.bench.speed;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.targetwatch.Territory;
import org.targetwatch.Territory.Sent;
import org.targetwatch.Tool;
import org.targetwatch.bench.speed.Load.Answer;
import org.targetwatch.bench.speed.Load.Request;

/** A scrape while cards change, beside a Pushgateway that holds the same series. */
class ScrapeBench {
    private static final int SCRAPES = 10;
    private static final int MONTH = 1;
    private static final int COUNTIES_AT_ONCE = 100;
    private static final Duration WARMING = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    private final Table table = new Table(
            "Scrape",
            "%d scrapes one after the other, warmed up. One county of Targetwatch corrects its month as often meanwhile;"
                            .formatted(SCRAPES)
                    + " the Pushgateway is at rest. CPU of Targetwatch: with judging, and of scrapes alone.",
            "| series | bytes | p50 ms | CPU ms/scrape | CPU ms/scrape at rest");

    @Test
    void scrape() throws Exception {
        for (int counties : List.of(8, 89, 899)) {
            Path own = Files.createDirectory(folder.resolve("with-" + counties));
            Territory territory = new Territory("series-2020", "S", List.of(counties));
            try (Service service =
                    Service.start(own, "2020-02-05", List.of(territory), "-Dtargetwatch.metrics.regions=all")) {
                Bureau bureau = new Bureau(service, territory);
                for (int first = 0; first < counties; first += COUNTIES_AT_ONCE) {
                    service.load(List.of(bureau.post(0, "month", month(territory, first))));
                }
                service.awaitJudged();
                measure(bureau);
            }
        }
        table.print();
    }

    private static Stream<Sent> month(Territory territory, int first) {
        return IntStream.range(first, Math.min(territory.counties().size(), first + COUNTIES_AT_ONCE))
                .boxed()
                .flatMap(county -> territory.month(county, MONTH, 0));
    }

    private void measure(Bureau bureau) throws Exception {
        Service service = bureau.service();
        Door metrics = service.management();
        String text = scrapeOnce(metrics);
        long series = text.lines().filter(line -> !line.startsWith("#")).count();
        service.warmUp(metrics, WARMING, ScrapeBench::scrapes);
        Cost resting = service.cost();
        service.load(metrics, scrapes());
        double atRest = service.cost().since(resting).service() / SCRAPES;
        Cost before = service.cost();
        Thread clerk = new Thread(() -> correct(bureau));
        clerk.start();
        List<Answer> answers = service.load(metrics, scrapes());
        clerk.join();
        Cost each = service.cost().since(before).per(SCRAPES);
        row("Targetwatch", series, answers, each.service(), atRest);
        pushgateway(service, text, series);
    }

    private void correct(Bureau bureau) {
        Door door = bureau.service().door();
        try {
            for (int revision = 1; revision <= SCRAPES; revision++) {
                String figures = Territory.json(bureau.territory().month(0, MONTH, revision));
                HttpRequest post = door.request(URI.create(door.url() + bureau.path("/figures")))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(figures))
                        .build();
                assertThat(http.send(post, BodyHandlers.ofString()).statusCode())
                        .isEqualTo(200);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Request> scrapes() {
        return IntStream.range(0, SCRAPES)
                .mapToObj(scrape -> Request.get(0, "/q/metrics"))
                .toList();
    }

    /** Our own series only, as text. */
    private String scrapeOnce(Door metrics) throws IOException, InterruptedException {
        HttpRequest request = metrics.request(URI.create(metrics.url() + "/q/metrics"))
                .header("Accept", "text/plain")
                .build();
        return http.send(request, BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith("targetwatch_") || line.contains(" targetwatch_"))
                .collect(joining("\n", "", "\n"));
    }

    private void pushgateway(Service service, String text, long series) throws Exception {
        int port = freePort();
        Process process = new ProcessBuilder(
                        Tool.require("prometheus-pushgateway", "prometheus-pushgateway")
                                .toString(),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pushgateway.log").toFile())
                .start();
        try {
            Door door = new Door("http://127.0.0.1:" + port, "");
            await().ignoreExceptions().until(() -> scrapeOnce(new Door(door.url(), "")) != null && push(door, text));
            long before = Cpu.of(process.pid());
            List<Answer> answers = service.load(door, gatewayScrapes());
            double each = (double) (Cpu.of(process.pid()) - before) / SCRAPES;
            row("Pushgateway", series, answers, each, each);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private boolean push(Door door, String text) throws IOException, InterruptedException {
        HttpRequest request = door.request(URI.create(door.url() + "/metrics/job/targetwatch"))
                .PUT(BodyPublishers.ofString(text))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return true;
    }

    private static List<Request> gatewayScrapes() {
        return IntStream.range(0, SCRAPES)
                .mapToObj(scrape -> Request.get(0, "/metrics"))
                .toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void row(String who, long series, List<Answer> answers, double cpu, double atRest) {
        table.row(
                who,
                series,
                answers.get(answers.size() - 1).bytes(),
                Table.number(Table.quantile(Service.millis(answers), 0.5)),
                Table.number(cpu),
                Table.number(atRest));
    }
}
