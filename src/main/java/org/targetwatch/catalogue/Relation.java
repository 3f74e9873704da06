package org.targetwatch.catalogue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Amount.Quantity;
import org.targetwatch.measure.Amount.Ratio;
import org.targetwatch.measure.Coded;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Measure.OfRatio;
import org.targetwatch.measure.Unit;

/**
 * 指标间关系: what two numbers of a region's same month have to do with each other, such as children in public
 * kindergartens with those in inclusive ones. It is only looked at where both are reported.
 */
@Schema(name = "Relation")
public record Relation(String code, String name, String english, Side part, Side whole, Rule rule) {

    /** One of the numbers that are reported for an indicator. */
    @Schema(name = "RelationSide")
    public record Side(String indicator, Of of) {
        public BigDecimal number(Amount amount) {
            return of.number(amount);
        }
    }

    /** Which number of a figure. */
    public enum Of implements Coded {
        VALUE("value"),
        NUMERATOR("numerator"),
        DENOMINATOR("denominator");

        private final String code;

        Of(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        /** The numbers that figures of {@code measure} have. */
        static List<Of> of(Measure measure) {
            return Arrays.stream(values())
                    .filter(of -> measure.isRatio() != (of == VALUE))
                    .toList();
        }

        /** The unit in which it is counted; {@code measure} has this number. */
        public Unit unit(Measure measure) {
            return part(measure).map(Measure.Part::unit).orElse(measure.unit());
        }

        /** What is counted, for the parts of a ratio. */
        public Optional<Measure.Part> part(Measure measure) {
            return measure instanceof OfRatio ratio
                    ? Optional.of(this == NUMERATOR ? ratio.numerator() : ratio.denominator())
                    : Optional.empty();
        }

        private BigDecimal number(Amount amount) {
            return switch (this) {
                case VALUE -> ((Quantity) amount).value();
                case NUMERATOR -> ((Ratio) amount).numerator();
                case DENOMINATOR -> ((Ratio) amount).denominator();
            };
        }
    }

    /** How the part must stand to the whole. */
    public enum Rule implements Coded {
        AT_MOST("at-most"),
        EQUAL("equal");

        private final String code;

        Rule(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        public boolean holds(BigDecimal part, BigDecimal whole) {
            int order = part.compareTo(whole);
            return this == EQUAL ? order == 0 : order <= 0;
        }
    }
}
