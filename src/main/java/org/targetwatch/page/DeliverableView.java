package org.targetwatch.page;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.WorkItem.Deliverable;
import org.targetwatch.figure.DeliverableReport;
import org.targetwatch.figure.DeliverableReport.Revision;
import org.targetwatch.figure.DeliverableState;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/**
 * A document or act that is done or not.
 *
 * @param code {@code done}, {@code in_progress}, {@code not_started}, or {@code overdue}
 */
public record DeliverableView(String name, String code, String word, String due, @Nullable String evidence) {

    /** @param said what was reported last, by deliverable */
    public static DeliverableView of(
            Deliverable deliverable, Map<String, Revision> said, LocalDate today, Language language) {
        Optional<DeliverableReport> report =
                Optional.ofNullable(said.get(deliverable.code())).map(Revision::report);
        DeliverableState state = report.map(DeliverableReport::state).orElse(DeliverableState.NOT_STARTED);
        boolean overdue = state.isOverdue(deliverable.due(), today);
        return new DeliverableView(
                new Text(deliverable.name(), deliverable.english()).in(language),
                overdue ? "overdue" : state.code(),
                (overdue ? new Text("逾期", "overdue") : word(state)).in(language),
                Shown.month(deliverable.due(), language),
                report.map(DeliverableReport::evidence).orElse(null));
    }

    private static Text word(DeliverableState state) {
        return switch (state) {
            case NOT_STARTED -> new Text("未开始", "not started");
            case IN_PROGRESS -> new Text("进行中", "in progress");
            case DONE -> new Text("已完成", "done");
        };
    }
}
