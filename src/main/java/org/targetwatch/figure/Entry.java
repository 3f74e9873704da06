package org.targetwatch.figure;

import org.jspecify.annotations.Nullable;
import org.targetwatch.figure.Figure.Key;

/**
 * What is said about a figure: the figure itself, and what became of it.
 *
 * @param figure as reported last, also where it was returned or withdrawn since
 * @param reason why it was returned, withdrawn, or accepted; null for a report
 */
public record Entry(Figure figure, FigureState state, @Nullable String reason) {
    /** A figure that was just reported. */
    static Entry reported(Figure figure) {
        return new Entry(figure, FigureState.PROVISIONAL, null);
    }

    Key key() {
        return figure.key();
    }

    /** The same figure after somebody decided about it. */
    Entry decided(FigureState decision, @Nullable String why) {
        return new Entry(figure, decision, why);
    }
}
