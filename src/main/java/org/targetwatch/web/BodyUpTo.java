package org.targetwatch.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a resource's method: its body may be larger than others. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BodyUpTo {
    long MEGABYTE = 1024L * 1024L;

    /** The name of the setting that says up to how many bytes. */
    String setting();

    /** How many where it is not set. */
    long bytes();
}
