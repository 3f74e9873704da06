package org.targetwatch.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words that people send: kept as they are, but for blanks around them. */
public final class FreeText {
    private static final int LONGEST_REASON = 1_000;

    private FreeText() {}

    /** Why {@code sent} cannot be kept as words of at most {@code longest} characters; empty when it can. */
    public static Optional<Text> refusal(String sent, int longest) {
        if (sent.codePointCount(0, sent.length()) > longest) {
            return Optional.of(Text.of("文本过长，最多 %s 个字。", "The text is too long; %s characters at most.", longest));
        }
        return Text.isPlain(sent.replaceAll("[\\r\\n\\t]", " "))
                ? Optional.empty()
                : Optional.of(new Text(
                        "文本中有无法保存的控制字符，请删去。", "The text holds control characters that cannot be kept; remove them."));
    }

    /** The words without blanks around them; null when nothing is left. */
    public static @Nullable String kept(@Nullable String sent) {
        return sent == null || sent.isBlank() ? null : sent.strip();
    }

    /** The words of field {@code reason}, which must be given; empty, with a violation, when they are not or cannot be kept. */
    public static String reason(@Nullable Integer index, @Nullable String sent, Violations violations) {
        String kept = optionalReason(index, sent, violations);
        if (kept == null) {
            violations.add(new Violation(index, "reason", "E-REASON", new Text("请写明理由 reason。", "Say why: reason.")));
        }
        return kept == null ? "" : kept;
    }

    /** The same where no reason has to be given. */
    public static @Nullable String optionalReason(
            @Nullable Integer index, @Nullable String sent, Violations violations) {
        String kept = kept(sent);
        if (kept != null) {
            refusal(kept, LONGEST_REASON)
                    .ifPresent(why -> violations.add(new Violation(index, "reason", "E-TEXT", why)));
        }
        return kept;
    }
}
