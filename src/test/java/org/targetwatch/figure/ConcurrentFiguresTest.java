package org.targetwatch.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.targetwatch.Sent;

@QuarkusTest
class ConcurrentFiguresTest {
    private static final int CLIENTS = 8;
    private static final List<String> REGIONS = List.of(
            "511100-ZS",
            "511102",
            "511111",
            "511112",
            "511113",
            "511123",
            "511124",
            "511126",
            "511129",
            "511132",
            "511133",
            "511181");

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

    @AfterEach
    void stop() {
        clients.shutdownNow();
    }

    @Test
    void sameBatch_sentByEightAtOnce_makesOneRevisionOfEachFigure() throws Exception {
        Sent[] batch =
                REGIONS.stream().map(region -> Sent.quantity(region, "2019-06")).toArray(Sent[]::new);
        List<JsonPath> receipts =
                atOnce(client -> Sent.post(batch).statusCode(200).extract().jsonPath());
        assertThat(receipts.stream().mapToInt(receipt -> receipt.getInt("created")))
                .containsOnly(0, REGIONS.size());
        assertThat(receipts.stream()
                        .mapToInt(receipt -> receipt.getInt("created"))
                        .sum())
                .isEqualTo(REGIONS.size());
        assertThat(receipts.stream()
                        .mapToInt(receipt -> receipt.getInt("unchanged"))
                        .sum())
                .isEqualTo((CLIENTS - 1) * REGIONS.size());
        for (Sent figure : batch) {
            figure.read().body("revisions", hasSize(1));
        }
    }

    @Test
    void overlappingBatches_inAnyOrder_neverBlockEachOther() throws Exception {
        for (int round = 0; round < 20; round++) {
            int value = round;
            atOnce(client -> {
                List<String> regions = new ArrayList<>(REGIONS);
                Collections.shuffle(regions, new Random(31L * value + client));
                Sent[] batch = regions.stream()
                        .limit(6)
                        .map(region -> Sent.quantity(region, "2019-07").with("value", value * CLIENTS + client))
                        .toArray(Sent[]::new);
                return Sent.post(batch).statusCode(200).extract().jsonPath();
            });
        }
    }

    /** What one of the clients does. */
    private interface Work {
        JsonPath by(int client) throws Exception;
    }

    private List<JsonPath> atOnce(Work work) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<JsonPath>> running = IntStream.range(0, CLIENTS)
                .mapToObj(client -> clients.submit((Callable<JsonPath>) () -> {
                    start.await();
                    return work.by(client);
                }))
                .toList();
        start.countDown();
        List<JsonPath> done = new ArrayList<>();
        for (Future<JsonPath> one : running) {
            done.add(one.get(60, TimeUnit.SECONDS));
        }
        return done;
    }
}
