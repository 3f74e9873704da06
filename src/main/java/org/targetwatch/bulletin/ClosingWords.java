package org.targetwatch.bulletin;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.targetwatch.figure.Closing;
import org.targetwatch.figure.Closing.Closed;
import org.targetwatch.figure.Closing.Reopened;

/**
 * 版记 on whether a month may still change. A month that was opened again for one region is not an open month: it was closed, and
 * closes again by itself; but the seal of its closing does not hold what came in meanwhile.
 *
 * @param month what the sentence is about, 2020年9月数据
 * @param closings those of the month, oldest first
 * @param name of a region
 */
record ClosingWords(String month, List<Closing> closings, LocalDate today, ZoneId zone, UnaryOperator<String> name) {

    String sentence() {
        return Stream.iterate(closings.size() - 1, place -> place >= 0, place -> place - 1)
                .filter(place -> closings.get(place).what() instanceof Closed)
                .findFirst()
                .map(place -> closed(closings.get(place), closings.subList(place + 1, closings.size())))
                .orElse(month + "尚未关账，可能修订。");
    }

    private String closed(Closing last, List<Closing> reopened) {
        String closed = "%s已于%s关账（第%d号）".formatted(month, Words.moment(last.recordedAt(), zone), last.seq());
        return reopened.isEmpty() ? closed + "，封印（SHA-256）：" + seal(last) : closed + reopened(reopened);
    }

    private String reopened(List<Closing> reopened) {
        List<Reopened> all =
                reopened.stream().map(closing -> (Reopened) closing.what()).toList();
        List<Reopened> open =
                all.stream().filter(one -> !today.isAfter(one.until())).toList();
        return open.isEmpty()
                ? "；其后曾对" + listed(all) + "重新开放，已到期关账，期间补报、更正的数据未再封印。"
                : "；其后对" + listed(open) + "重新开放，期间可能修订。";
    }

    private String listed(List<Reopened> reopened) {
        return Words.list(reopened.stream()
                .map(one -> "%s（至%s）".formatted(name.apply(one.region()), Words.day(one.until())))
                .distinct()
                .toList());
    }

    /** In groups of eight, so that it can be compared by eye and broken at the end of a line. */
    private static String seal(Closing closing) {
        return closing.hash().hex().replaceAll("(.{8})(?!$)", "$1 ");
    }
}
