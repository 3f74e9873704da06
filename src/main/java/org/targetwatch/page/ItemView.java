package org.targetwatch.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
