package org.targetwatch.intake;

import org.targetwatch.catalogue.Region;
import org.targetwatch.measure.Period;

/**
 * The marks by which a form that was filled is read back, written by {@link XlsxTemplate} and understood by
 * {@link XlsxForm}. They stand in hidden rows and a hidden column, so that rows and columns may move:
 *
 * <ul>
 *   <li>a row that begins with {@link #FORM} has the version, plan, region and period in the columns behind it;
 *   <li>a row that begins with {@link #KEYS} names what stands in the columns below it, until the next such row.
 * </ul>
 */
final class FormMarks {
    static final String FORM = "#targetwatch-form";
    static final String KEYS = "#keys";
    static final String VERSION = "1";

    /** Keys of what people see, which must agree with the hidden codes: a form is not made another's by overwriting it. */
    static final String SHOWN_REGION = "shownRegion";

    static final String SHOWN_PERIOD = "shownPeriod";
    static final String SHOWN_INDICATOR = "shownIndicator";

    /** Stands in the cells that a line has no use for. */
    static final String UNUSED = "—";

    private FormMarks() {}

    static String shown(Region region) {
        return "填报单位：" + region.name() + "（" + region.code() + "）";
    }

    static String shown(Period period) {
        return "报告期：" + period.year() + "年" + period.monthOfYear() + "月";
    }
}
