package org.targetwatch.scale;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.targetwatch.Territory;

/** At the size of a country: 1.2 million figures and as many cards. */
@Tag("long")
@QuarkusTest
@TestProfile(HotQueriesIT.Country.class)
class HotQueriesIT {
    public static final class Country implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return TwoSizes.overrides(Territory.COUNTRY);
        }
    }

    @Inject
    DataSource service;

    @Test
    void hotQueries_inACountry_neverLookThroughAllFigures() throws SQLException {
        new HotQueries(service, Territory.COUNTRY).check();
    }
}
