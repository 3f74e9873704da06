package org.targetwatch.page.admin;

/**
 * A plan in the list of them.
 *
 * @param state the code of a shape
 * @param undecided how many of its own region's targets nobody has decided yet
 * @param board where it is watched
 * @param targets where its targets are set
 */
record PlanLine(
        String code,
        String name,
        int year,
        String region,
        String state,
        String word,
        int workItems,
        int indicators,
        long undecided,
        String version,
        String board,
        String targets,
        String export,
        String rollover) {}
