package org.targetwatch.intake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.intake.Cell.Words;
import org.targetwatch.web.FreeText;
import org.targetwatch.web.Text;

/** Whether a field holds words that can be kept. */
final class TextCheck {
    private TextCheck() {}

    /** A refusal: its code and why. */
    record Refusal(String code, Text why) {}

    /** What is wrong with {@code cell} as words of at most {@code longest} characters. */
    static Optional<Refusal> refusal(Cell cell, int longest) {
        if (!(cell instanceof Words words)) {
            return Optional.of(
                    new Refusal("E-TYPE", new Text("应为文本，请加双引号。", "A text is expected; put it in double quotes.")));
        }
        return FreeText.refusal(words.text(), longest).map(why -> new Refusal("E-TEXT", why));
    }

    /** The words without blanks around them; null when nothing is left. */
    static @Nullable String kept(Cell cell) {
        return FreeText.kept(((Words) cell).text());
    }
}
