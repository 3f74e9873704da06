package org.targetwatch.scale;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** At the size of a province: 75,000 figures; {@link HotQueriesIT} does it for a country. */
@QuarkusTest
@TestProfile(TwoSizes.class)
class HotQueriesTest {
    @Inject
    DataSource service;

    @Test
    void hotQueries_inAProvince_neverLookThroughAllFigures() throws SQLException {
        new HotQueries(service, TwoSizes.LARGE).check();
    }
}
