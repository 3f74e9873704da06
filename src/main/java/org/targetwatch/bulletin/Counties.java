package org.targetwatch.bulletin;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.targetwatch.bulletin.Bulletin.Block;
import org.targetwatch.bulletin.Bulletin.Phrase;
import org.targetwatch.figure.Figure;
import org.targetwatch.figure.Quality;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Measure.OfRatio;
import org.targetwatch.measure.Measure.Part;
import org.targetwatch.measure.Series;
import org.targetwatch.measure.Unit;
import org.targetwatch.progress.Comparison.Place;
import org.targetwatch.progress.Coverage;
import org.targetwatch.progress.Status;

/** 各县（市、区）比较: regions side by side, for indicators that may fairly be compared. */
final class Counties {
    private static final Unit TEN_THOUSAND_YUAN = Unit.parse("万元").orElseThrow();
    private static final int LEAST = 2;
    private static final int MOST_NAMED = 3;
    private static final String NOTE = "注：名次为明显更优的单位个数加1，差别可能出于偶然的，名次并列；分母不足30的不排名次。";

    private final Reading reading;

    private Counties(Reading reading) {
        this.reading = reading;
    }

    static List<Block> of(Reading reading) {
        return new Counties(reading).blocks();
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        int number = 0;
        for (Progress progress : reading.indicators()) {
            List<Place> places = places(progress);
            if (isComparable(progress, places)) {
                number++;
                blocks.add(new Block.Subheading("（" + Numerals.chinese(number) + "）"
                        + progress.indicator().name()));
                blocks.add(Sentence.paragraph(best(progress, places)));
                blocks.add(grid(number, progress, places));
            }
        }
        return blocks.isEmpty() ? List.of(Sentence.paragraph("无。本月没有已到考核期、可以在各单位之间比较的指标。")) : blocks;
    }

    /** Judged for the whole, and with at least two regions that have a rank. */
    private static boolean isComparable(Progress progress, List<Place> places) {
        return progress.status() != Status.NOT_DUE
                && places.stream().filter(place -> place.rank() != null).count() >= LEAST;
    }

    private String best(Progress progress, List<Place> places) {
        List<Place> ranked =
                places.stream().filter(place -> place.rank() != null).toList();
        String compared =
                "参加比较的单位" + ranked.size() + "个，按" + (progress.measure().isRatio() ? "指标值" : "完成率") + "排序，";
        int last = ranked.get(ranked.size() - 1).rank();
        return last == 1
                ? compared + "各单位之间没有明显差别，名次并列。"
                : compared + who(ranked, 1) + "居首位，" + who(ranked, last) + "居末位。";
    }

    private String who(List<Place> ranked, int rank) {
        List<String> names = ranked.stream()
                .filter(place -> place.rank() == rank)
                .map(place -> reading.name(place.region()))
                .toList();
        String named = names.size() > MOST_NAMED ? names.get(0) + "等" + names.size() + "个单位" : Words.list(names);
        return named + (names.size() > 1 ? "并列" : "");
    }

    /** By rank, those who share one in the order in which regions are always named. */
    private List<Place> places(Progress progress) {
        List<String> order = Reading.children(reading.plan());
        return reading.compared(progress).comparison().places().stream()
                .sorted(comparing(Place::rank, nullsLast(naturalOrder()))
                        .thenComparing(place -> order.indexOf(place.region())))
                .toList();
    }

    private Block grid(int number, Progress progress, List<Place> places) {
        Map<String, Progress> cards = reading.below().get(progress.indicator().code()).stream()
                .collect(toMap(below -> below.card().region(), below -> below));
        List<List<Phrase>> rows = places.stream()
                .map(place -> row(place, cards.get(place.region())))
                .toList();
        boolean late = progress.card().period().isAfter(reading.current(progress.indicator()));
        return new Block.Grid(
                "比较" + number,
                "各单位" + progress.indicator().name() + "比较" + (late ? "（初步）" : ""),
                columns(progress),
                List.of(8, 17, 18, 17, 17, 15),
                rows,
                NOTE);
    }

    private static List<String> columns(Progress progress) {
        return progress.measure() instanceof OfRatio ratio
                ? List.of("名次", "单位", "指标值", named(ratio.numerator()), named(ratio.denominator()), "备注")
                : List.of("名次", "单位", "累计完成", "目标", "完成率", "备注");
    }

    private static String named(Part part) {
        return part.name() + "（" + unit(part).symbol() + "）";
    }

    /** Money of a whole county is no matter of single 元. */
    private static Unit unit(Part part) {
        return part.unit().equals(Unit.of(Unit.Base.YUAN)) ? TEN_THOUSAND_YUAN : part.unit();
    }

    private List<Phrase> row(Place place, Progress progress) {
        String rank = place.rank() == null ? "—" : place.rank() + (place.tied() ? "（并列）" : "");
        List<Phrase> row = new ArrayList<>(List.of(
                Phrase.of(rank),
                Phrase.of(reading.name(place.region())),
                progress.actual().orElse(Numerals.NONE)));
        if (progress.measure() instanceof OfRatio measure) {
            Optional<Amount.Ratio> ratio = ratio(progress);
            row.add(ratio.map(one -> part(measure.numerator(), one.numerator(), progress, "numerator"))
                    .orElse(Numerals.NONE));
            row.add(ratio.map(one -> part(measure.denominator(), one.denominator(), progress, "denominator"))
                    .orElse(Numerals.NONE));
        } else {
            row.add(Sections.joined(progress.target()));
            row.add(progress.rate().orElse(Numerals.NONE));
        }
        row.add(Phrase.of(remarks(place, progress)));
        return row;
    }

    private static Optional<Amount.Ratio> ratio(Progress progress) {
        return progress.card()
                .tally()
                .judged(progress.comparesWithLastYear())
                .filter(Amount.Ratio.class::isInstance)
                .map(Amount.Ratio.class::cast);
    }

    private static Phrase part(Part part, BigDecimal value, Progress progress, String field) {
        return Numerals.bare(Exact.of(value), unit(part), progress.card(), field);
    }

    private String remarks(Place place, Progress progress) {
        List<String> remarks = new ArrayList<>();
        if (place.unranked() != null) {
            remarks.add(place.unranked().chinese());
        }
        Coverage coverage = progress.card().tally().coverage();
        if (coverage.carried() > 0) {
            remarks.add("沿用前期数据");
        }
        quality(progress).filter(Quality.PRELIMINARY::equals).ifPresent(preliminary -> remarks.add("初步数"));
        return remarks.stream().collect(joining("，"));
    }

    private Optional<Quality> quality(Progress progress) {
        Series series = progress.card().series();
        return Optional.ofNullable(progress.assessment().actual())
                .flatMap(reported -> Optional.ofNullable(reading.standing().get(series)))
                .map(Figure::quality);
    }
}
