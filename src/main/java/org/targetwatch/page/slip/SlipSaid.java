package org.targetwatch.page.slip;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.page.Said;
import org.targetwatch.web.Language;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/**
 * What the program says to whoever acts on a slip.
 *
 * @param act which form was refused; null when none was
 * @param fields what had been typed into it
 */
public record SlipSaid(Said answer, @Nullable String act, Map<String, String> fields) {

    static SlipSaid refused(Problem problem, String act, Map<String, String> fields, Language language) {
        return new SlipSaid(Said.refused(problem, language), act, fields);
    }

    /** What the address says was done, if it is one of ours. */
    static SlipSaid of(@Nullable String done, Language language) {
        Text notice =
                switch (String.valueOf(done)) {
                    case "open" -> new Text("督办单已开出，填报单位登录后即可看到。", "The slip is open; the region sees it from now on.");
                    case "reply" -> new Text("回复已提交，等待科室审核。", "The reply was sent and waits for the office.");
                    case "accept" -> new Text("回复已采纳。", "The reply was accepted.");
                    case "send-back" -> new Text("回复已退回，填报单位将看到理由。", "The reply was sent back; the region sees why.");
                    case "close" -> new Text("督办单已销号。", "The slip is closed.");
                    case "attach" -> new Text("附件已上传。", "The file was added.");
                    default -> null;
                };
        return new SlipSaid(Said.done(notice, language), null, Map.of());
    }

    /** What had been typed into a field of a form that was refused; else {@code usual}. */
    public String typed(String form, String field, String usual) {
        return Optional.ofNullable(fields.get(field))
                .filter(text -> form.equals(act))
                .orElse(usual);
    }

    /** Whether this form was refused, so that it is to stand open. */
    public boolean isAbout(String form) {
        return form.equals(act);
    }
}
