package org.targetwatch.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.targetwatch.audit.Hash;
import org.targetwatch.figure.Closing;
import org.targetwatch.figure.Closing.Closed;
import org.targetwatch.figure.Closing.Reopened;
import org.targetwatch.measure.Period;

class ClosingWordsTest {
    private static final Closing.What CLOSED = Closed.over(new TreeMap<>());
    private static final Closing.What REOPENED = new Reopened("511132", LocalDate.of(2020, 10, 15));
    private static final String BEFORE = "2020年9月数据已于2020年10月9日8时00分关账（第%d号）";

    private static String on(String today, Closing.What... acts) {
        List<Closing> closings = IntStream.range(0, acts.length)
                .mapToObj(place -> new Closing(
                        "leshan-2020",
                        place + 1,
                        Period.of(2020, 9),
                        acts[place],
                        null,
                        Instant.parse("2020-10-09T00:00:00Z"),
                        "office",
                        Hash.START))
                .toList();
        return new ClosingWords(
                        "2020年9月数据",
                        closings,
                        LocalDate.parse(today),
                        ZoneId.of("Asia/Shanghai"),
                        region -> region.equals("511132") ? "峨边彝族自治县" : region)
                .sentence();
    }

    @Test
    void month_neverClosed_mayChange() {
        assertThat(on("2020-10-09")).isEqualTo("2020年9月数据尚未关账，可能修订。");
    }

    @Test
    void month_closed_hasItsSeal() {
        assertThat(on("2020-10-09", CLOSED)).startsWith(BEFORE.formatted(1) + "，封印（SHA-256）：00000000 ");
    }

    @Test
    void month_reopenedForOneRegion_isToldAsClosedButForIt() {
        assertThat(on("2020-10-15", CLOSED, REOPENED))
                .isEqualTo(BEFORE.formatted(1) + "；其后对峨边彝族自治县（至2020年10月15日）重新开放，期间可能修订。");
    }

    @Test
    void month_whoseReopeningHasRunOut_isClosed_butNotAllUnderItsSeal() {
        assertThat(on("2020-10-16", CLOSED, REOPENED))
                .isEqualTo(BEFORE.formatted(1) + "；其后曾对峨边彝族自治县（至2020年10月15日）重新开放，已到期关账，期间补报、更正的数据未再封印。");
    }

    @Test
    void month_closedOnceMore_hasTheNewSeal() {
        assertThat(on("2020-10-16", CLOSED, REOPENED, CLOSED)).startsWith(BEFORE.formatted(3) + "，封印（SHA-256）：");
    }
}
