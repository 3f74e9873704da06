package org.targetwatch.intake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.intake.Cell.Words;
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
        if (words.text().length() > longest) {
            return Optional.of(new Refusal(
                    "E-TEXT", Text.of("文本过长，最多 %s 个字。", "The text is too long; %s characters at most.", longest)));
        }
        return Text.isPlain(words.text().replaceAll("[\\r\\n\\t]", " "))
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "E-TEXT",
                        new Text(
                                "文本中有无法保存的控制字符，请删去。",
                                "The text holds control characters that cannot be kept; remove them.")));
    }

    /** The words without blanks around them; null when nothing is left. */
    static @Nullable String kept(Cell cell) {
        String stripped = ((Words) cell).text().strip();
        return stripped.isEmpty() ? null : stripped;
    }
}
