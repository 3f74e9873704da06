package org.targetwatch.page.board;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.WorkItem;
import org.targetwatch.progress.Commitment;
import org.targetwatch.progress.Status;
import org.targetwatch.web.Parameters;

/** Which work items and indicators a board shows; null is any. */
record BoardFilter(
        @Nullable String office, @Nullable String leader, @Nullable Commitment commitment, @Nullable Status status) {

    /** As sent by a form: a field that was left open is empty. */
    static BoardFilter of(
            @Nullable String office, @Nullable String leader, @Nullable String commitment, @Nullable String status) {
        return new BoardFilter(
                given(office),
                given(leader),
                Parameters.optionalWord("commitment", given(commitment), Commitment.class)
                        .orElse(null),
                Parameters.optionalWord("status", given(status), Status.class).orElse(null));
    }

    private static @Nullable String given(@Nullable String sent) {
        return sent == null || sent.isBlank() ? null : sent;
    }

    boolean shows(WorkItem item) {
        return (office == null
                        || item.leadOffices().contains(office)
                        || item.responsibleOffices().contains(office))
                && (leader == null || item.leadLeaders().contains(leader));
    }

    boolean shows(Indicator indicator, Optional<Status> light) {
        return (commitment == null || indicator.rules().commitment() == commitment)
                && (status == null || light.filter(status::equals).isPresent());
    }

    /** Whether work items without an indicator that fits are left out. */
    boolean isAboutIndicators() {
        return commitment != null || status != null;
    }

    boolean isOpen() {
        return equals(new BoardFilter(null, null, null, null));
    }
}
