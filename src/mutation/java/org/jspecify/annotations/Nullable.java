package org.jspecify.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands in the way of JSpecify's own in the profile {@code long}. That one is kept in the class files, and the JVM refuses to
 * redefine a record whose components carry type annotations: PIT would call each of its mutants RUN_ERROR and count it as
 * killed, though no test ever met it.
 */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.SOURCE)
public @interface Nullable {}
