package org.targetwatch.catalogue;

/** The packaged plan of Leshan for tests that need no running program. */
public final class LeshanPlan {
    private LeshanPlan() {}

    public static Plan read() {
        Mistakes mistakes = new Mistakes();
        Seeds seeds = new SeedsReader(mistakes, 5).read(SeedFolder.packaged(mistakes));
        Regions regions = Seeds.regions("regions", seeds.regions());
        return Seeds.plan("leshan-2020", seeds.plans().get("leshan-2020"), regions, 5);
    }
}
