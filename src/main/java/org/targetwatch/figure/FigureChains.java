package org.targetwatch.figure;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.audit.Chain;
import org.targetwatch.audit.Chain.Break;
import org.targetwatch.audit.Chain.Cause;
import org.targetwatch.audit.ChainSource;
import org.targetwatch.figure.ChainReader.Counting;
import org.targetwatch.figure.ChainReader.SealedHead;
import org.targetwatch.figure.Closing.Closed;
import org.targetwatch.figure.Figure.Key;

/** The chains of revisions, one for each region, and of closings, one for each plan. */
@ApplicationScoped
class FigureChains implements ChainSource {
    private final ChainReader reader;

    FigureChains(ChainReader reader) {
        this.reader = reader;
    }

    /** In one snapshot, so that what is being written meanwhile looks like no break. */
    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void walk(@Nullable String plan, Consumer<Walked> found) {
        reader.beginSnapshot();
        List<SealedHead> sealed = reader.sealedHeads(plan);
        Map<String, List<SealedHead>> byChain =
                sealed.stream().collect(groupingBy(head -> chain(head.plan(), head.region())));
        reader.heads(plan).forEach(head -> {
            List<Revision> revisions = reader.revisions(head.plan(), head.region());
            Optional<Break> broken = Chain.firstBreak(
                            revisions.stream().map(Revision::link).toList(), head.head())
                    .or(() ->
                            againstSeals(revisions, byChain.getOrDefault(chain(head.plan(), head.region()), List.of())))
                    .or(() -> againstCounting(revisions, reader.counting(head.plan(), head.region())));
            found.accept(new Walked("revisions", head.plan(), head.region(), revisions.size(), broken));
        });
        closings(plan, sealed).forEach(found);
    }

    private static String chain(String plan, String region) {
        return plan + "/" + region;
    }

    private static Optional<Break> againstSeals(List<Revision> revisions, List<SealedHead> seals) {
        return seals.stream()
                .filter(seal -> seal.head().seq() > 0)
                .filter(seal -> seal.head().seq() > revisions.size()
                        || !revisions
                                .get((int) seal.head().seq() - 1)
                                .hash()
                                .equals(seal.head().hash()))
                .map(seal -> new Break(seal.head().seq(), Cause.RESEALED))
                .min(Comparator.comparingLong(Break::seq));
    }

    private static Optional<Break> againstCounting(List<Revision> revisions, Map<Key, Counting> counting) {
        Map<Key, Revision> last = revisions.stream()
                .collect(toMap(revision -> revision.entry().key(), revision -> revision, (earlier, later) -> later));
        Stream<Break> different = last.values().stream()
                .filter(revision ->
                        !isSame(revision, counting.get(revision.entry().key())))
                .map(revision -> new Break(revision.seq(), Cause.OUT_OF_STEP));
        Stream<Break> unknown = counting.entrySet().stream()
                .filter(entry -> !last.containsKey(entry.getKey()))
                .map(entry -> new Break(entry.getValue().seq(), Cause.OUT_OF_STEP));
        return Stream.concat(different, unknown).min(Comparator.comparingLong(Break::seq));
    }

    private static boolean isSame(Revision revision, @Nullable Counting counting) {
        return counting != null
                && counting.seq() == revision.seq()
                && counting.entry().state() == revision.state()
                && counting.entry().figure().amount().sameAs(revision.figure().amount());
    }

    private Stream<Walked> closings(@Nullable String plan, List<SealedHead> sealed) {
        Map<String, List<Closing>> byPlan =
                reader.closings(plan).stream().collect(groupingBy(Closing::plan, TreeMap::new, toList()));
        return byPlan.entrySet().stream().map(entry -> {
            List<Closing> closings = entry.getValue();
            Optional<Break> broken = Chain.firstBreak(
                            closings.stream().map(Closing::link).toList(),
                            closings.get(closings.size() - 1).head())
                    .or(() -> closings.stream()
                            .filter(closing -> !sealsItsHeads(closing, sealed))
                            .map(closing -> new Break(closing.seq(), Cause.CHANGED))
                            .findFirst());
            return new Walked("closings", entry.getKey(), null, closings.size(), broken);
        });
    }

    private static boolean sealsItsHeads(Closing closing, List<SealedHead> sealed) {
        if (!(closing.what() instanceof Closed closed)) {
            return true;
        }
        TreeMap<String, Chain.Head> heads = new TreeMap<>();
        sealed.stream()
                .filter(head -> head.plan().equals(closing.plan()) && head.closing() == closing.seq())
                .forEach(head -> heads.put(head.region(), head.head()));
        return Closed.over(heads).equals(closed);
    }
}
