package org.targetwatch.bulletin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.targetwatch.audit.Chain;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/** The door through which a plan's bulletins leave, and those of another server come in as they are. */
@ApplicationScoped
public class BulletinArchive {
    private final Session session;
    private final BulletinStore store;

    BulletinArchive(Session session, BulletinStore store) {
        this.session = session;
        this.store = store;
    }

    /** Whether anything was ever written or issued. */
    @Transactional
    public boolean holds(String plan) {
        return WrittenText.TABLE.holds(session, plan) || KeptBulletin.TABLE.holds(session, plan);
    }

    /** Everything written into bulletins, by period, oldest first. */
    @Transactional
    public void eachText(String plan, Consumer<WrittenText> consumer) {
        WrittenText.TABLE.each(session, plan, consumer);
    }

    /** Every issued bulletin with its files, by number. */
    @Transactional
    public void each(String plan, Consumer<KeptBulletin> consumer) {
        KeptBulletin.TABLE.each(session, plan, consumer);
    }

    @Transactional(TxType.MANDATORY)
    public void restoreTexts(String plan, List<WrittenText> texts) {
        WrittenText.TABLE.insert(session, plan, texts);
    }

    /**
     * Appends bulletins to the plan's chain of them.
     *
     * @throws Problem when one does not follow the one before
     */
    @Transactional(TxType.MANDATORY)
    public void restore(String plan, List<KeptBulletin> bulletins) {
        Chain.Head reached = store.last(plan).map(Issued::head).orElse(Chain.Head.START);
        for (int index = 0; index < bulletins.size(); index++) {
            Chain.Link link = bulletins.get(index).link(plan);
            if (reached.breakAt(link).isPresent()) {
                throw broken(index, link.seq());
            }
            reached = link.head();
        }
        KeptBulletin.TABLE.insert(session, plan, bulletins);
    }

    private static Problem broken(int index, long number) {
        Text message = Text.of(
                "第 %s 期通报与留痕链不符：内容、次序或哈希已被改动。",
                "Bulletin %s does not fit into its chain: content, order or hash was changed.", number);
        return Problem.of(
                Problem.Kind.INVALID, message, Violations.of(new Violation(index, "hash", "E-ARCHIVE-CHAIN", message)));
    }
}
