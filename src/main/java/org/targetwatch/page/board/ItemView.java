package org.targetwatch.page.board;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.targetwatch.page.DeliverableView;
import org.targetwatch.page.Light;
import org.targetwatch.page.Line;

/**
 * A work item on a board.
 *
 * @param light that of its indicator which needs most; null without one
 */
record ItemView(
        int number,
        String name,
        @Nullable Light light,
        String offices,
        String leaders,
        List<Line> lines,
        List<DeliverableView> deliverables) {}
