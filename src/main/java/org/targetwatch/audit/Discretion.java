package org.targetwatch.audit;

/** Knows which indicators those who read the trail may not know of. */
public interface Discretion {
    /** Whether {@code indicator} is to be kept from whoever reads the trail; so is one the plan does not know any more. */
    boolean withholds(String plan, String indicator);
}
