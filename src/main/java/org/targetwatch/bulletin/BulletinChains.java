package org.targetwatch.bulletin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.targetwatch.audit.Chain;
import org.targetwatch.audit.ChainSource;
import org.targetwatch.rows.Snapshot;

/** Walks the chain of each plan's issued bulletins: what was issued is what was kept. */
@ApplicationScoped
class BulletinChains implements ChainSource {
    private final Session session;

    BulletinChains(Session session) {
        this.session = session;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void walk(@Nullable String plan, Consumer<Walked> found) {
        Snapshot.begin(session);
        session.createNativeQuery(
                        "SELECT DISTINCT plan FROM bulletin WHERE plan = coalesce(:plan, plan) ORDER BY plan",
                        String.class)
                .setParameter("plan", plan)
                .getResultList()
                .forEach(code -> found.accept(walked(code)));
    }

    /** One bulletin with its files in memory at a time. */
    private Walked walked(String plan) {
        Chain.Walk walk = new Chain.Walk();
        AtomicReference<Chain.Head> last = new AtomicReference<>(Chain.Head.START);
        KeptBulletin.TABLE.each(session, plan, kept -> {
            walk.meet(kept.link(plan));
            last.set(kept.issued().head());
        });
        return new Walked("bulletins", plan, null, walk.links(), walk.endAt(last.get()));
    }
}
