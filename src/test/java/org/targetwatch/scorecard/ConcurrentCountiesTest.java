package org.targetwatch.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.targetwatch.Leshan.CITY;
import static org.targetwatch.Leshan.COUNTIES;
import static org.targetwatch.Leshan.cardOnce;
import static org.targetwatch.Leshan.number;
import static org.targetwatch.Leshan.quantity;
import static org.targetwatch.Leshan.report;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Demonstration.class)
class ConcurrentCountiesTest {
    private static final int ROUNDS = 200;
    private static final String INDICATOR = "compulsory-improvement-equipment";

    private final ExecutorService counties = Executors.newFixedThreadPool(COUNTIES.size());

    @Test
    void elevenCounties_postingAtTheSameMoment_sumToTheCityEveryTime() throws Exception {
        Random random = new Random(20201109);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                List<Integer> values = IntStream.range(0, COUNTIES.size())
                        .mapToObj(county -> random.nextInt(100_000))
                        .toList();
                postTogether(values);
                BigDecimal sum = BigDecimal.valueOf(
                        values.stream().mapToInt(value -> value).sum());
                assertThat(number(
                                cardOnce(INDICATOR, CITY, "2020-10", card -> sum.equals(number(card, "actual"))),
                                "actual"))
                        .as("round %s", round)
                        .isEqualTo(sum);
            }
        } finally {
            counties.shutdown();
        }
    }

    private void postTogether(List<Integer> values) throws Exception {
        CyclicBarrier start = new CyclicBarrier(values.size());
        List<Future<?>> posts = IntStream.range(0, values.size())
                .<Future<?>>mapToObj(county -> counties.submit(() -> {
                    start.await();
                    report(quantity(
                            INDICATOR,
                            COUNTIES.get(county),
                            "2020-10",
                            values.get(county).toString(),
                            "台套"));
                    return null;
                }))
                .toList();
        for (Future<?> post : posts) {
            post.get();
        }
    }
}
