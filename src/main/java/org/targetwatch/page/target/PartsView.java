package org.targetwatch.page.target;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.page.Links;
import org.targetwatch.page.Names;
import org.targetwatch.page.target.TargetReading.Part;
import org.targetwatch.page.target.TargetReading.Whole;
import org.targetwatch.progress.Direction;
import org.targetwatch.progress.Target;
import org.targetwatch.target.Proposal;
import org.targetwatch.web.Language;

/**
 * The targets of a region and of those below it, side by side, as they would be in the due month.
 *
 * @param sum what the parts' own targets make; null where they are not to be added
 * @param unallocated what nobody below has promised; null likewise, negative where they promise more
 */
record PartsView(Line whole, List<Line> lines, @Nullable String sum, @Nullable String unallocated, boolean over) {

    /**
     * @param inherited whether it is handed down from above
     * @param edited whether it is the one that is being decided about
     */
    record Line(String name, String href, String target, boolean inherited, boolean edited) {}

    static Optional<PartsView> of(TargetReading reading, Optional<Proposal> proposal, Links links, Language language) {
        return reading.whole().map(whole -> new Maker(reading, proposal, links, language).view(whole));
    }

    private record Maker(TargetReading reading, Optional<Proposal> proposal, Links links, Language language) {
        PartsView view(Whole whole) {
            Optional<Exact> all = amount(whole.self());
            List<Exact> own = whole.parts().stream()
                    .flatMap(part -> amount(part).stream())
                    .toList();
            boolean added = !reading.indicator().measure().isRatio()
                    && all.filter(amount -> !amount.isZero()).isPresent();
            Exact sum = own.stream().reduce(Exact.ZERO, Exact::plus);
            Exact rest = all.orElse(Exact.ZERO).minus(sum);
            return new PartsView(
                    line(whole.self()),
                    whole.parts().stream().map(this::line).toList(),
                    added ? words().value(sum) : null,
                    added ? words().value(rest.abs()) : null,
                    rest.isNegative());
        }

        private TargetWords words() {
            return new TargetWords(reading.indicator().measure().unit(), language);
        }

        private boolean isEdited(Part part) {
            return part.region().equals(reading.region());
        }

        private Optional<Target> target(Part part) {
            return proposal.filter(some -> isEdited(part))
                    .map(Proposal::target)
                    .or(() -> Optional.ofNullable(part.timeline().at(reading.due())));
        }

        private Optional<Exact> amount(Part part) {
            return target(part).map(Target::direction).flatMap(direction -> amounts(direction)
                    .findFirst());
        }

        private static Stream<Exact> amounts(Direction direction) {
            if (direction instanceof Direction.AtLeast atLeast) {
                return Stream.of(atLeast.value());
            }
            return direction instanceof Direction.AtMost atMost ? Stream.of(atMost.value()) : Stream.of();
        }

        private Line line(Part part) {
            boolean decided = part.timeline().decisionAt(reading.due()).isPresent();
            boolean top = part.region().equals(reading.plan().region());
            boolean proposed = isEdited(part) && proposal.isPresent();
            return new Line(
                    Names.of(reading.plan(), part.region(), language),
                    TargetPage.address(links, reading.indicator(), part.region())
                            .toString(),
                    words().of(target(part).orElse(null)),
                    !decided && !top && !proposed && target(part).isPresent(),
                    isEdited(part));
        }
    }
}
