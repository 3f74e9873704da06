package org.targetwatch.intake;

import java.util.function.Predicate;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;

/**
 * Who sends figures.
 *
 * @param name as it stands in the records
 * @param plan as the sender may know it
 * @param own the indicators whose figures are the sender's business
 */
record Sender(String name, Plan plan, Predicate<Indicator> own) {
    /** The program itself. */
    static Sender ofAll(Plan plan, String name) {
        return new Sender(name, plan, indicator -> true);
    }
}
