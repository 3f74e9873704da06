package org.targetwatch.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.targetwatch.measure.Seeded;

/** Catalogue files with indicators of every form, over a small tree: two counties, and one with two towns. */
final class RandomPlans {
    static final List<String> LEAVES = List.of("600001", "600002", "600031", "600032");
    static final String CITY = "600000";

    static final String REGIONS =
            """
            regions:
              - {code: 600000, name: 己市, english: City, kind: city}
              - {code: 600001, name: 甲县, english: First County, kind: county, parent: 600000}
              - {code: 600002, name: 乙县, english: Second County, kind: county, parent: 600000}
              - {code: 600003, name: 丙县, english: Third County, kind: district, parent: 600000}
              - {code: 600031, name: 丁镇, english: First Town, kind: town, parent: 600003, until: 2020-07}
              - {code: 600032, name: 戊镇, english: Second Town, kind: town, parent: 600003}
            """;

    private final Seeded seeded;

    private RandomPlans(Seeded seeded) {
        this.seeded = seeded;
    }

    static String plan(String code, int indicators, Seeded seeded) {
        RandomPlans random = new RandomPlans(seeded);
        String head =
                """
                code: %s
                name: 随机
                english: Random
                year: 2020
                region: 600000
                source: 随机
                published: 2020-03-01
                judged-from: 2020-03
                calendar:
                  - source: 无
                    holidays:
                      - {name: 元旦, from: 2020-01-01}
                sections:
                  - {number: 1, name: 一, english: One}
                work-items:
                  - number: 1
                    section: 1
                    name: 一
                    english: One
                    lead-leaders: []
                    lead-offices: [办]
                    responsible-offices: []
                indicators:
                """
                        .formatted(code);
        List<String> all = new ArrayList<>();
        for (int number = 1; number <= indicators; number++) {
            all.add(random.indicator("i" + number));
        }
        return head + String.join("", all);
    }

    /** Lines {@code key: value} of one indicator. */
    private String indicator(String code) {
        boolean ratio = seeded.chance(50);
        boolean share = ratio && seeded.chance(60);
        boolean stock = seeded.chance(40);
        int from = seeded.between(1, 10);
        int due = seeded.between(from, 12);
        String direction = seeded.oneOf(
                "at-least", "at-least", "at-most", "between", "not-below-last-year", "not-above-last-year");
        boolean lastYear = direction.endsWith("last-year");
        List<String> lines = new ArrayList<>(List.of(
                "code: " + code,
                "name: 指标",
                "english: Indicator",
                "work-item: 1",
                "quote: 原文",
                "commitment: " + seeded.oneOf("guaranteed", "stated", "planned", "strive", "promote"),
                "kind: " + (stock ? "stock" : seeded.oneOf("flow-to-date", "flow-monthly")),
                "direction: " + direction,
                "judged-from: 2020-%02d".formatted(from),
                "due: 2020-%02d".formatted(due),
                "frequency: " + seeded.oneOf("monthly", "monthly", "monthly", "quarterly", "yearly"),
                "confirm: " + seeded.oneOf(1, 1, 2)));
        lines.addAll(measure(ratio, share));
        if (!lastYear) {
            lines.addAll(promise(direction, share, stock, from, due));
        }
        lines.addAll(reporters(ratio));
        return lines.stream().collect(Collectors.joining("\n    ", "  - ", "\n"));
    }

    private List<String> measure(boolean ratio, boolean share) {
        if (!ratio) {
            return List.of("unit: 平方米");
        }
        return List.of(
                "measure: ratio",
                "share: " + share,
                "numerator: {name: 分子, english: part, unit: 人}",
                "denominator: {name: 分母, english: whole, unit: 人}");
    }

    private List<String> promise(String direction, boolean share, boolean stock, int from, int due) {
        List<String> lines = new ArrayList<>();
        lines.add(
                direction.equals("between")
                        ? "target: {low: %s, high: %s}".formatted(seeded.between(2, 8), seeded.between(8, 30))
                        : "target: " + number(share));
        if (stock && seeded.chance(50)) {
            lines.add("baseline: " + number(share));
        }
        if (!direction.equals("between") && seeded.chance(30)) {
            lines.add("floor: " + number(share));
            lines.add("floor-source: 上级");
        }
        lines.addAll(trajectory(share, from, due));
        return lines;
    }

    private String number(boolean share) {
        return share ? String.valueOf(seeded.oneOf(0, 50, 60, 75, 100)) : seeded.oneOf("0", "5", "10", "12.5", "40");
    }

    private List<String> trajectory(boolean share, int from, int due) {
        int month = seeded.between(Math.min(from, due), due);
        return switch (seeded.between(0, 4)) {
            case 0 -> List.of();
            case 1 -> List.of("trajectory: linear");
            case 2 -> List.of("trajectory: {from-month: 2020-%02d}".formatted(month));
            case 3 -> List.of("trajectory: {steps: {2020-%02d: %s}}".formatted(month, number(share)));
            default -> List.of("trajectory: {seasonal: [0, 0, 0.25, 0, 0, 0.25, 0, 0, 0.25, 0, 0, 0.25]}");
        };
    }

    private List<String> reporters(boolean ratio) {
        if (seeded.chance(10)) {
            return List.of("reported-by: city");
        }
        String frozen = LEAVES.stream()
                .filter(leaf -> seeded.chance(60))
                .map(leaf -> leaf + ": " + seeded.oneOf(10, 20, 40))
                .collect(Collectors.joining(", "));
        return Stream.of(
                        seeded.chance(15) ? "level: city" : "",
                        seeded.chance(20) ? "applies-to: [county]" : "",
                        ratio && !frozen.isEmpty() ? "frozen-denominators: {" + frozen + "}" : "")
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
