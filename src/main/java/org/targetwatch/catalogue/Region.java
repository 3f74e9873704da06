package org.targetwatch.catalogue;

import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Term;

/**
 * 填报单位: a place or body that reports.
 *
 * @param code GB/T 2260 code, or an internal one that cannot be taken for it ({@code 511100-ZS})
 * @param kind free word of the catalogue, such as {@code county}; indicators say to which kinds they apply
 * @param parent the region it lies in, null for a root
 * @param term the months during which it reports: regions begin, end and merge within a year
 */
public record Region(String code, String name, String english, String kind, @Nullable String parent, Term term) {}
