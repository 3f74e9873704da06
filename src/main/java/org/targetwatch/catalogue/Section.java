package org.targetwatch.catalogue;

/** A heading of the plan under which work items stand. */
public record Section(int number, String name, String english) {}
