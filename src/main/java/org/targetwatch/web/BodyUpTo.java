package org.targetwatch.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a resource's method: its body may be larger than others, up to as many bytes as a setting says. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BodyUpTo {
    /** The name of the setting, which has a value or a default. */
    String value();
}
