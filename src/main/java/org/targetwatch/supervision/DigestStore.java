package org.targetwatch.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import org.targetwatch.supervision.Digest.Kind;

/** Table {@code digest}; every call joins the caller's transaction. */
@ApplicationScoped
class DigestStore {
    private final Session session;

    DigestStore(Session session) {
        this.session = session;
    }

    /** The offices of which a digest of that day was made. */
    Set<String> offices(String plan, Kind kind, LocalDate day) {
        return Set.copyOf(session.createNativeQuery(
                        "SELECT office FROM digest WHERE plan = :plan AND kind = :kind AND day = :day", String.class)
                .setParameter("plan", plan)
                .setParameter("kind", kind.code())
                .setParameter("day", day)
                .getResultList());
    }

    /**
     * Stores a digest, unless there is one: then another replica was faster, and is waited for.
     *
     * @return whether it was stored
     */
    boolean store(Digest digest, String content, Instant madeAt, int mailed) {
        return session.createNativeMutationQuery(
                                """
                                INSERT INTO digest (plan, office, kind, day, content, made_at, mailed)
                                VALUES (:plan, :office, :kind, :day, :content, :madeAt, :mailed)
                                ON CONFLICT (plan, office, kind, day) DO NOTHING""")
                        .setParameter("plan", digest.plan())
                        .setParameter("office", digest.office())
                        .setParameter("kind", digest.kind().code())
                        .setParameter("day", digest.day())
                        .setParameter("content", content)
                        .setParameter("madeAt", madeAt)
                        .setParameter("mailed", mailed)
                        .executeUpdate()
                == 1;
    }

    Optional<String> content(String plan, String office, Kind kind, LocalDate day) {
        return session.createNativeQuery(
                        """
                        SELECT content FROM digest
                        WHERE plan = :plan AND office = :office AND kind = :kind AND day = :day""",
                        String.class)
                .setParameter("plan", plan)
                .setParameter("office", office)
                .setParameter("kind", kind.code())
                .setParameter("day", day)
                .uniqueResultOptional();
    }

    List<LocalDate> days(String plan, String office, Kind kind, int most) {
        return session.createNativeQuery(
                        """
                        SELECT day FROM digest
                        WHERE plan = :plan AND office = :office AND kind = :kind ORDER BY day DESC""",
                        LocalDate.class)
                .setParameter("plan", plan)
                .setParameter("office", office)
                .setParameter("kind", kind.code())
                .setMaxResults(most)
                .getResultList();
    }
}
