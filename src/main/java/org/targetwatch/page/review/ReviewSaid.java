package org.targetwatch.page.review;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.targetwatch.page.Said;
import org.targetwatch.web.Language;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/**
 * What the program says to a reviewer.
 *
 * @param picked what the reviewer had chosen
 * @param reason what the reviewer had typed
 */
record ReviewSaid(Said answer, Set<String> picked, String reason) {

    static ReviewSaid refused(Problem problem, MultivaluedMap<String, String> form, Language language) {
        return new ReviewSaid(
                Said.refused(problem, language),
                Set.copyOf(form.getOrDefault("pick", List.of())),
                Optional.ofNullable(form.getFirst("reason")).orElse(""));
    }

    /** What the address says was done, if it is one of ours. */
    static ReviewSaid of(@Nullable String done, @Nullable String count, Language language) {
        String number = count != null && count.matches("\\d{1,5}") ? count : "0";
        Text notice =
                switch (String.valueOf(done)) {
                    case "accept" -> Text.of("已通过 %s 项。", "%s figures were accepted.", number);
                    case "return" ->
                        Text.of("已退回 %s 项，填报单位将看到理由。", "%s figures were returned; the regions see why.", number);
                    case "close" -> new Text("已关账，不再接收数据。", "The month is closed and takes no more figures.");
                    case "reopen" -> new Text("已重新开放，到期后自动关账。", "The month is open again until the day given.");
                    default -> null;
                };
        return new ReviewSaid(Said.done(notice, language), Set.of(), "");
    }
}
