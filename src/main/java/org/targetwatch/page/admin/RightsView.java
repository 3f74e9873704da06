package org.targetwatch.page.admin;

import java.util.List;
import org.targetwatch.page.Option;

/** The fields that say what somebody may do. */
public record RightsView(List<Option> roles, List<Option> regions, List<Option> offices) {}
