package org.targetwatch.measure;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A unit as counties write it: a base unit, possibly with a Chinese multiplier before it, so 亿元 is 100,000,000 元 and
 * 万平方米 is 10,000 平方米 ({@code domain.md} 1.2). Values are stored in the base unit.
 *
 * @param symbol as written, {@code 亿元}
 * @param base what is counted
 * @param factor base units in one of this
 */
public record Unit(String symbol, Base base, BigDecimal factor) {

    /** What is counted. Two base units never convert into each other: schools are not pupils. */
    public enum Base {
        YUAN("元", "yuan", false),
        SQUARE_METRE("平方米", "m²", false),
        SET("台套", "sets", true, "台套(件)", "台套（件）", "台/件/套"),
        PIECE("件", "pieces", true),
        ITEM("个", "items", true),
        SCHOOL("所", "schools", true),
        PERSON("人", "people", true),
        CLASS("班", "classes", true),
        YEARLY_INTAKE("届", "intakes", true),
        TOWNSHIP("乡镇", "townships", true),
        COUNTY("县", "counties", true, "县(区)", "县(市、区)", "县（市、区）"),
        CASE("起", "cases", true),
        PERCENT("%", "%", false, "％"),
        YUAN_PER_PERSON("元/人", "yuan per person", false, "元/生");

        private final String symbol;
        private final String english;
        private final boolean whole;
        private final String[] alsoWritten;

        Base(String symbol, String english, boolean whole, String... alsoWritten) {
            this.symbol = symbol;
            this.english = english;
            this.whole = whole;
            this.alsoWritten = alsoWritten;
        }

        public String symbol() {
            return symbol;
        }

        public String english() {
            return english;
        }

        /** Whether half of one is nonsense: people, schools, classes. */
        public boolean isWhole() {
            return whole;
        }
    }

    // Longer multipliers first: 百万元 must not be read as 百 of 万元.
    private static final Map<String, BigDecimal> MULTIPLIERS = new LinkedHashMap<>();
    private static final Map<String, Base> BASES = new LinkedHashMap<>();

    static {
        MULTIPLIERS.put("", BigDecimal.ONE);
        MULTIPLIERS.put("百万", new BigDecimal("1000000"));
        MULTIPLIERS.put("千万", new BigDecimal("10000000"));
        MULTIPLIERS.put("百", new BigDecimal("100"));
        MULTIPLIERS.put("千", new BigDecimal("1000"));
        MULTIPLIERS.put("万", new BigDecimal("10000"));
        MULTIPLIERS.put("亿", new BigDecimal("100000000"));
        for (Base base : Base.values()) {
            BASES.put(base.symbol, base);
            Arrays.stream(base.alsoWritten).forEach(name -> BASES.put(name, base));
        }
    }

    /** Reads 亿元, 万个, 平方米, %; empty for a unit that is not known. */
    public static Optional<Unit> parse(String text) {
        return MULTIPLIERS.entrySet().stream()
                .filter(multiplier -> text.startsWith(multiplier.getKey()))
                .map(multiplier -> scaled(text, multiplier.getKey(), multiplier.getValue()))
                .filter(Objects::nonNull)
                .findFirst();
    }

    @SuppressWarnings("NullAway") // filtered by the only caller
    private static Unit scaled(String text, String prefix, BigDecimal factor) {
        Base base = BASES.get(text.substring(prefix.length()));
        boolean scalable = base != Base.PERCENT || prefix.isEmpty();
        return base != null && scalable ? new Unit(text, base, factor) : null;
    }

    /** The base unit itself, with factor 1. */
    public static Unit of(Base base) {
        return new Unit(base.symbol, base, BigDecimal.ONE);
    }

    /** {@code 20} in 亿元 is {@code 2000000000}. */
    public BigDecimal toBase(BigDecimal value) {
        return value.multiply(factor);
    }

    @Override
    public String toString() {
        return symbol;
    }
}
