package org.targetwatch.bulletin;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.targetwatch.bulletin.Bulletin.Block.Grid;
import org.targetwatch.bulletin.Bulletin.Phrase;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Unit;

/** 附表: every region's value of every indicator that regions report, and the corrected figures. */
final class Annexes {
    /** In characters. */
    private static final int NAME_WIDTH = 16;

    private static final int LEAST_WIDTH = 6;

    private Annexes() {}

    static List<Grid> of(Reading reading) {
        List<Grid> annexes = new ArrayList<>();
        Stream.of(Optional.of(regions(reading)), CorrectionWords.annex(reading))
                .flatMap(Optional::stream)
                .forEach(grid -> annexes.add(numbered(annexes.size() + 1, grid)));
        return annexes;
    }

    private static Grid numbered(int number, Grid grid) {
        return new Grid(
                "附表" + number,
                "附表" + number + "　" + grid.caption(),
                grid.columns(),
                grid.widths(),
                grid.rows(),
                grid.note());
    }

    private static Grid regions(Reading reading) {
        List<String> regions = Reading.children(reading.plan());
        List<String> columns =
                new ArrayList<>(List.of("指标", reading.name(reading.plan().region())));
        regions.forEach(region -> columns.add(reading.name(region)));
        List<List<Phrase>> rows = reading.indicators().stream()
                .filter(progress -> hasValues(reading, progress))
                .map(progress -> row(reading, progress, regions))
                .toList();
        return new Grid(
                "附表",
                "各单位指标值（" + Words.month(reading.period()) + "）",
                columns,
                widths(columns.size(), rows),
                rows,
                "注：" + (rows.isEmpty() ? "本月没有各单位报送的数据。" : "“—”表示未报送或不涉及；时期指标为累计数。"));
    }

    /** So that every number stands on one line: a column is as wide as its longest, and names, which may be broken, have the rest. */
    private static List<Integer> widths(int columns, List<List<Phrase>> rows) {
        List<Integer> widths = new ArrayList<>(List.of(NAME_WIDTH));
        for (int column = 1; column < columns; column++) {
            int place = column;
            widths.add(rows.stream()
                    .mapToInt(row -> row.get(place).text().length())
                    .reduce(LEAST_WIDTH, Math::max));
        }
        return widths;
    }

    private static boolean hasValues(Reading reading, Progress progress) {
        return reading.below().get(progress.indicator().code()).stream()
                .anyMatch(below -> below.assessment().actual() != null);
    }

    private static List<Phrase> row(Reading reading, Progress city, List<String> regions) {
        Map<String, Progress> below = reading.below().get(city.indicator().code()).stream()
                .collect(toMap(progress -> progress.card().region(), progress -> progress));
        List<Exact> values = below.values().stream()
                .flatMap(progress -> Optional.ofNullable(progress.assessment().actual()).stream())
                .toList();
        Unit unit = Numerals.fitting(city.measure().unit(), values);
        List<Phrase> row = new ArrayList<>();
        row.add(Phrase.of(city.indicator().name() + "（" + unit.symbol() + "）"));
        row.add(cell(Optional.of(city), unit));
        regions.forEach(region -> row.add(cell(Optional.ofNullable(below.get(region)), unit)));
        return row;
    }

    private static Phrase cell(Optional<Progress> progress, Unit unit) {
        return progress.flatMap(told -> Optional.ofNullable(told.assessment().actual())
                        .map(actual -> Numerals.bare(actual, unit, told.card(), "actual")))
                .orElse(Numerals.NONE);
    }
}
