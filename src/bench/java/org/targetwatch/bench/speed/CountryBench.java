package org.targetwatch.bench.speed;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.targetwatch.Territory;

/** A program with the plan of a country, which is taken in, two of its requests by themselves. */
class CountryBench {
    @TempDir
    Path folder;

    @Test
    void country() throws Exception {
        try (Service service = Service.start(folder, Year.LAST_DAY, List.of(Territory.COUNTRY))) {
            Year year = new Year("Country", new Bureau(service, Territory.COUNTRY));
            service.awaitJudged();
            year.take(Bulk.REQUESTS);
            new Bulk(year).measure();
            year.judge();
            year.read();
        }
    }
}
