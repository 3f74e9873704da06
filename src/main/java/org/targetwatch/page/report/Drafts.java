package org.targetwatch.page.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.CommonQueryContract;
import org.targetwatch.measure.Period;

/** Half-filled forms, each of one account. Table {@code report_draft}. */
@ApplicationScoped
class Drafts {
    /** Whose form of which region and month. */
    record Key(String account, String plan, String region, Period period) {}

    private static final String OF =
            " WHERE account = :account AND plan = :plan AND region = :region AND period = :period";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final Session session;
    private final Clock clock;

    Drafts(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** What was typed, by the name of the field. */
    @Transactional
    Optional<Map<String, String>> find(Key key) {
        return at(key, session.createNativeQuery("SELECT fields::text FROM report_draft" + OF, String.class))
                .uniqueResultOptional()
                .map(Drafts::read);
    }

    @Transactional
    void keep(Key key, Map<String, String> fields) {
        at(
                        key,
                        session.createNativeMutationQuery(
                                """
                        INSERT INTO report_draft (account, plan, region, period, fields, saved_at)
                        VALUES (:account, :plan, :region, :period, cast(:fields AS jsonb), :now)
                        ON CONFLICT ON CONSTRAINT report_draft_pk
                        DO UPDATE SET fields = EXCLUDED.fields, saved_at = EXCLUDED.saved_at"""))
                .setParameter("fields", written(fields))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Transactional
    void drop(Key key) {
        at(key, session.createNativeMutationQuery("DELETE FROM report_draft" + OF))
                .executeUpdate();
    }

    private static <Q extends CommonQueryContract> Q at(Key key, Q query) {
        query.setParameter("account", key.account())
                .setParameter("plan", key.plan())
                .setParameter("region", key.region())
                .setParameter("period", key.period().index());
        return query;
    }

    private static Map<String, String> read(String fields) {
        try {
            return JSON.readValue(fields, FIELDS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String written(Map<String, String> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
