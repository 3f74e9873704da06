package org.targetwatch.bulletin;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;

/**
 * 通报: the whole paper as pure data, every word and number of it. Made of one reading of cards; renderers only lay it out.
 *
 * @param chapters numbered where they are read: 一、二、三
 * @param annexes 附表: tables too wide or too long for the text
 * @param sign 落款: who issues it and the day, one line each
 * @param notes 版记: the data version and the closing's seal
 * @param printed what it says of each indicator, for the 修订说明 of the next one
 */
public record Bulletin(
        Head head,
        List<Chapter> chapters,
        List<Block.Grid> annexes,
        List<String> sign,
        List<String> notes,
        List<Printed> printed) {

    /**
     * What stands at the top, and what the data are.
     *
     * @param number 期号; null for a draft
     * @param title line by line, so that it breaks where one would pause
     * @param issue 期号 as printed, or that this is a draft
     * @param knownAt the moment up to which data are in it, RFC 3339
     * @param stamp when it was issued, or {@code knownAt} of a draft; the files carry it as their time
     * @param issuedBy the account of whoever issued it; null for a draft
     * @param seal of the period's closing; null while it is open
     */
    public record Head(
            String plan,
            String period,
            @Nullable Integer number,
            List<String> title,
            String issue,
            String asOf,
            String knownAt,
            String stamp,
            @Nullable String issuedBy,
            int catalogueVersion,
            @Nullable String seal) {

        /** The title in one line. */
        @JsonIgnore
        public String fullTitle() {
            return String.join("", title);
        }
    }

    /** A heading of the first level with what stands below it. */
    public record Chapter(String heading, List<Block> blocks) {}

    /** A piece of a chapter. */
    public sealed interface Block {

        /** {@code paragraph}, {@code subheading} or {@code grid}. */
        @JsonProperty
        String kind();

        /** One paragraph of whole sentences. */
        record Paragraph(List<Phrase> phrases) implements Block {
            @Override
            public String kind() {
                return "paragraph";
            }
        }

        /** A heading of the second level: （一）. */
        record Subheading(String text) implements Block {
            @Override
            public String kind() {
                return "subheading";
            }
        }

        /**
         * A table.
         *
         * @param name a few characters that name it, as on a sheet's tab
         * @param widths of the columns, in parts of the whole
         * @param rows each as long as {@code columns}
         */
        record Grid(
                String name,
                String caption,
                List<String> columns,
                List<Integer> widths,
                List<List<Phrase>> rows,
                String note)
                implements Block {
            @Override
            public String kind() {
                return "grid";
            }

            /** The widths of the columns in percent, at most two decimals. */
            @JsonIgnore
            public List<String> parts() {
                long whole = widths.stream().mapToLong(Integer::longValue).sum();
                return widths.stream()
                        .map(width -> Numerals.shown(Exact.ratio(width * 100L, whole)))
                        .toList();
            }
        }
    }

    /**
     * Some words, or one number as it is printed.
     *
     * @param text exactly what is read, the unit included
     * @param number the unrounded value behind it, in the printed unit; null for words
     * @param source where the number stands; null for words, dates and counts
     */
    public record Phrase(String text, @Nullable BigDecimal number, @Nullable Source source) {
        public static Phrase of(String text) {
            return new Phrase(text, null, null);
        }

        /** The same, where one printed unit is worth something else on the card. */
        Phrase worth(BigDecimal worth) {
            return source == null
                    ? this
                    : new Phrase(
                            text,
                            number,
                            new Source(source.indicator(), source.region(), source.period(), source.field(), worth));
        }

        /** The same words for a number of another sign. */
        Phrase withNumber(Exact unrounded) {
            BigDecimal worth = source == null ? BigDecimal.ONE : source.worth();
            return new Phrase(text, unrounded.dividedBy(Exact.of(worth)).rounded(), source);
        }
    }

    /**
     * Which card a number was read from.
     *
     * @param field the card's field, or what was made of two: {@code change} (against the month before), {@code year}
     *     (against last year, percent or points)
     * @param worth base units in one printed unit
     */
    public record Source(String indicator, String region, String period, String field, BigDecimal worth) {}

    /**
     * What was printed of one indicator of the plan's own region, in base units.
     *
     * @param target of a direction with one line; null for others
     */
    public record Printed(String indicator, String status, @Nullable BigDecimal actual, @Nullable BigDecimal target) {

        /** Equal as numbers, however they are written. */
        boolean saysTheSameAs(Printed other) {
            return status.equals(other.status) && same(actual, other.actual) && same(target, other.target);
        }

        private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
            return one == null || other == null ? one == other : one.compareTo(other) == 0;
        }
    }
}
