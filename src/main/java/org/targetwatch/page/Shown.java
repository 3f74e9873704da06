package org.targetwatch.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Measure;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Unit;
import org.targetwatch.web.Language;

/** Numbers, days and months for people's eyes: rounded half up, digits in groups of three, in the unit of the plan. */
public final class Shown {
    public static final String NONE = "—";

    private static final int DECIMALS = 2;
    private static final int DECIMALS_OF_SMALL = 4;
    private static final DateTimeFormatter DAY_ZH = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINESE);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH_ZH = DateTimeFormatter.ofPattern("uuuu年M月", Locale.CHINESE);
    private static final DateTimeFormatter MONTH_EN = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final Exact BILLION = Exact.of(1_000_000_000);
    private static final Exact MILLION = Exact.of(1_000_000);

    private static final NumberFormat NUMBERS = numbers();

    private Shown() {}

    private static NumberFormat numbers() {
        NumberFormat format = new DecimalFormat("#,##0.##########", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    /** A value in the base unit as the plan writes it, 13.25 亿元; in English 1.33 billion yuan. */
    public static String value(@Nullable Exact value, Unit unit, Language language) {
        if (value == null) {
            return NONE;
        }
        if (unit.base() == Unit.Base.PERCENT) {
            return number(value) + "%";
        }
        return language == Language.EN
                ? english(value, unit) + " " + unit.base().english()
                : number(in(unit, value)) + " " + unit.symbol();
    }

    private static String english(Exact value, Unit unit) {
        boolean large = unit.factor().compareTo(BigDecimal.ONE) > 0;
        if (large && value.abs().isAtLeast(BILLION)) {
            return number(value.dividedBy(BILLION)) + " billion";
        }
        return large && value.abs().isAtLeast(MILLION) ? number(value.dividedBy(MILLION)) + " million" : number(value);
    }

    /** What numbers are written in as the plan writes them, 亿元; in English 100 million yuan. */
    public static String unit(Unit unit, Language language) {
        String base = unit.base().english();
        Exact factor = Exact.of(unit.factor());
        if (language == Language.ZH) {
            return unit.symbol();
        }
        if (factor.isAtLeast(MILLION)) {
            return number(factor.dividedBy(MILLION)) + " million " + base;
        }
        return factor.equals(Exact.ONE) ? base : number(factor) + " " + base;
    }

    /** What is counted behind a gap: half a child is nobody. */
    public static String count(Exact count, Unit unit, Language language) {
        boolean whole = unit.base().isWhole() && unit.factor().compareTo(BigDecimal.ONE) == 0;
        return value(whole ? Exact.of(count.rounded(0)) : count, unit, language);
    }

    public static Exact in(Unit unit, Exact value) {
        return value.dividedBy(Exact.of(unit.factor()));
    }

    public static String number(Exact value) {
        boolean small = value.abs().compareTo(Exact.ONE) < 0;
        return number(value.rounded(small ? DECIMALS_OF_SMALL : DECIMALS));
    }

    /** A difference in percentage points: two decimals tell it, unless that would make something nothing. */
    public static String points(Exact points) {
        BigDecimal rounded = points.rounded(DECIMALS);
        return rounded.signum() == 0 ? number(points) : number(rounded);
    }

    public static String number(BigDecimal value) {
        // A format is not for several threads, and to read its pattern takes longer than to use it.
        NumberFormat format = (NumberFormat) NUMBERS.clone();
        return format.format(value).replace('-', '−');
    }

    /** A share of 1 as a whole percentage. */
    public static String percent(Exact share) {
        return number(share.times(100).rounded(0)) + "%";
    }

    /** The unit of what is counted behind a gap. */
    public static Unit counted(Measure measure) {
        return measure instanceof Measure.OfRatio ratio
                ? Unit.of(ratio.numerator().unit().base())
                : measure.unit();
    }

    public static String day(LocalDate day, Language language) {
        return day.format(language == Language.EN ? DAY_EN : DAY_ZH);
    }

    /** To the minute; the same in both languages. */
    public static String moment(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone));
    }

    public static String month(Period period, Language language) {
        return period.month().format(language == Language.EN ? MONTH_EN : MONTH_ZH);
    }
}
