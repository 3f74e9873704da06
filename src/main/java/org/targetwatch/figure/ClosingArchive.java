package org.targetwatch.figure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.targetwatch.audit.Chain;
import org.targetwatch.audit.Hash;
import org.targetwatch.figure.Closings.ClosingRepository;
import org.targetwatch.rows.Column;
import org.targetwatch.rows.PlanTable;
import org.targetwatch.rows.Rows;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/** The door through which all closings of a plan leave, and those of another server come in as they are, after its revisions. */
@ApplicationScoped
public class ClosingArchive {

    /** A closing or reopening. @param heads what a closing has sealed: the last link of each region's chain */
    public record Sealed(Closing closing, SortedMap<String, Chain.Head> heads) {}

    private record SealedHead(long closing, String region, Chain.Head head) {
        static final PlanTable<SealedHead> TABLE = new PlanTable<>(
                "sealed_head",
                "closing, region COLLATE \"C\"",
                List.of(
                        new Column<>("closing", "bigint", SealedHead::closing),
                        new Column<>("region", "text", SealedHead::region),
                        new Column<>("seq", "bigint", row -> row.head.seq()),
                        new Column<>("hash", "bytea", row -> row.head.hash().bytes())),
                SealedHead::read);

        private static SealedHead read(ResultSet row) throws SQLException {
            return new SealedHead(
                    row.getLong("closing"),
                    row.getString("region"),
                    new Chain.Head(row.getLong("seq"), Hash.of(row.getBytes("hash"))));
        }
    }

    private static final String SEALED = "SELECT * FROM sealed_head WHERE plan = ? AND closing = ?";

    private static final String RESEALED =
            """
            SELECT min(closing) FROM sealed_head LEFT JOIN revision USING (plan, region, seq)
            WHERE plan = :plan AND seq > 0 AND revision.hash IS DISTINCT FROM sealed_head.hash""";

    private final Session session;
    private final ClosingRepository repository;

    ClosingArchive(Session session, ClosingRepository repository) {
        this.session = session;
        this.repository = repository;
    }

    @Transactional
    public boolean holds(String plan) {
        return repository.count("plan", plan) > 0;
    }

    /** Everything that was closed and reopened, oldest first. */
    @Transactional
    public void each(String plan, Consumer<Sealed> consumer) {
        repository.of(plan).forEach(closing -> consumer.accept(new Sealed(closing, heads(closing))));
    }

    private SortedMap<String, Chain.Head> heads(Closing closing) {
        SortedMap<String, Chain.Head> heads = new TreeMap<>();
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SEALED)) {
                statement.setString(1, closing.plan());
                statement.setLong(2, closing.seq());
                Rows.each(statement, SealedHead::read, row -> heads.put(row.region(), row.head()));
            }
        });
        return heads;
    }

    /**
     * Appends closings to the plan's chain of them.
     *
     * @throws Problem when one does not follow the one before, or has sealed other revisions than there are
     */
    @Transactional(TxType.MANDATORY)
    public void restore(String plan, List<Sealed> closings) {
        refuseBroken(plan, closings);
        repository.persist(closings.stream().map(one -> ClosingEntity.from(one.closing())));
        repository.flush();
        closings.forEach(one -> SealedHead.TABLE.insert(
                session, plan, rows(one.closing().seq(), one.heads()).toList()));
        refuseResealed(plan, closings);
    }

    private void refuseBroken(String plan, List<Sealed> closings) {
        Chain.Head reached = repository.of(plan).stream()
                .reduce((earlier, later) -> later)
                .map(Closing::head)
                .orElse(Chain.Head.START);
        for (int index = 0; index < closings.size(); index++) {
            Chain.Link link = closings.get(index).closing().link();
            if (reached.breakAt(link).isPresent()) {
                throw broken(
                        index,
                        Text.of(
                                "第 %s 号关账与留痕链不符：内容、次序、封存的链尾或哈希已被改动。",
                                "Closing %s does not fit into its chain: content, order, sealed heads or hash was changed.",
                                link.seq()));
            }
            reached = link.head();
        }
    }

    private void refuseResealed(String plan, List<Sealed> closings) {
        Optional<Long> resealed = session.createNativeQuery(RESEALED, Long.class)
                .setParameter("plan", plan)
                .uniqueResultOptional();
        for (int index = 0; index < closings.size(); index++) {
            long seq = closings.get(index).closing().seq();
            if (resealed.filter(closing -> closing == seq).isPresent()) {
                throw broken(
                        index,
                        Text.of(
                                "第 %s 号关账封存的不是前面这些修订。",
                                "Closing %s has sealed other revisions than those before it.", seq));
            }
        }
    }

    private static Problem broken(int index, Text why) {
        Violations violations = Violations.of(new Violation(index, "hash", "E-ARCHIVE-CHAIN", why));
        return Problem.of(Problem.Kind.INVALID, why, violations);
    }

    private static Stream<SealedHead> rows(long closing, Map<String, Chain.Head> heads) {
        return heads.entrySet().stream().map(head -> new SealedHead(closing, head.getKey(), head.getValue()));
    }
}
