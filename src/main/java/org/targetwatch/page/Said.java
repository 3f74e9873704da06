package org.targetwatch.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.targetwatch.web.Language;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;
import org.targetwatch.web.ViolationAnswer;

/**
 * What the program says to a form.
 *
 * @param notice what was done; null when nothing was
 * @param refusal why it was not; null when it was
 * @param details each thing that is wrong
 */
public record Said(@Nullable String notice, @Nullable String refusal, List<ViolationAnswer> details) {
    public static final Said NOTHING = new Said(null, null, List.of());

    public static Said done(@Nullable Text notice, Language language) {
        return notice == null ? NOTHING : new Said(notice.in(language), null, List.of());
    }

    public static Said refused(Problem problem, Language language) {
        return new Said(null, problem.detail().in(language), ViolationAnswer.of(problem.violations(), language));
    }

    /** What is wrong, each thing once. */
    public List<String> messages() {
        return details.stream().map(ViolationAnswer::message).distinct().toList();
    }

    /** Whether something is wrong with a field. */
    public boolean isAbout(String field) {
        return details.stream().anyMatch(detail -> detail.field().equals(field));
    }
}
