package org.targetwatch.page;

/** A choice in a list of a form. */
public record Option(String value, String label, boolean selected) {}
