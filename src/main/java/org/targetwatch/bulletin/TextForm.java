package org.targetwatch.bulletin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.targetwatch.bulletin.BulletinText.Answer;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Series;
import org.targetwatch.web.FreeText;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/**
 * What people write into a draft, as it is sent: the whole of it each time.
 *
 * @param issuedBy 印发单位
 * @param demands 下一步要求, one paragraph to a line
 * @param lagging reasons, measures and new dates of the 滞后事项清单
 */
@Schema(name = "BulletinText")
public record TextForm(@Nullable String issuedBy, @Nullable String demands, @Nullable List<@Nullable Item> lagging) {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_DEMANDS = 10_000;
    private static final int LONGEST = 500;
    private static final int MOST = 1_000;

    /** One line of the list. */
    @Schema(name = "LaggingAnswer")
    public record Item(
            @Nullable String indicator,
            @Nullable String region,
            @Nullable String reason,
            @Nullable String measure,
            @Nullable String newDate) {}

    static TextForm of(BulletinText text) {
        List<@Nullable Item> items = new ArrayList<>();
        text.answers()
                .forEach(answer -> items.add(new Item(
                        answer.indicator(), answer.region(), answer.reason(), answer.measure(), answer.newDate())));
        return new TextForm(text.issuedBy(), text.demands(), items);
    }

    /** Refuses with every mistake at once. */
    BulletinText validated(Plan plan) {
        return new Reader(plan).read();
    }

    private final class Reader {
        private final Plan plan;
        private final Violations violations = new Violations();
        private final Set<Series> told = new HashSet<>();

        private Reader(Plan plan) {
            this.plan = plan;
        }

        private BulletinText read() {
            int count = lagging == null ? 0 : lagging.size();
            if (count > MOST) {
                wrong(null, "lagging", "E-BATCH-SIZE", Text.of("lagging 最多 %s 条。", "lagging holds at most %s.", MOST));
            }
            String body = kept(null, "issuedBy", issuedBy, LONGEST_NAME);
            String asked = kept(null, "demands", demands, LONGEST_DEMANDS);
            List<Answer> answers = new ArrayList<>();
            for (int index = 0; index < Math.min(count, MOST); index++) {
                answer(index, lagging.get(index)).ifPresent(answers::add);
            }
            violations.refuseIfAny();
            return new BulletinText(body, asked, answers);
        }

        private Optional<Answer> answer(int index, @Nullable Item item) {
            if (item == null) {
                wrong(
                        index,
                        "",
                        "E-TYPE",
                        Text.of("lagging[%s] 应为对象 {…}。", "lagging[%s] must be an object {…}.", index));
                return Optional.empty();
            }
            String reason = kept(index, "reason", item.reason(), LONGEST);
            String measure = kept(index, "measure", item.measure(), LONGEST);
            String newDate = kept(index, "newDate", item.newDate(), LONGEST_NAME);
            return series(index, item)
                    .map(series -> new Answer(series.indicator(), series.region(), reason, measure, newDate));
        }

        private Optional<Series> series(int index, Item item) {
            Optional<Indicator> indicator = Reading.common(plan)
                    .filter(one -> one.code().equals(item.indicator()))
                    .findFirst();
            Optional<String> region = Optional.ofNullable(item.region())
                    .filter(code -> plan.regions().isWithin(code, plan.region()));
            if (indicator.isEmpty()) {
                wrong(index, "indicator", "E-INDICATOR", unknown(index, "indicator", item.indicator()));
            }
            if (region.isEmpty()) {
                wrong(index, "region", "E-REGION", unknown(index, "region", item.region()));
            }
            Optional<Series> series = indicator.flatMap(one -> region.map(code -> new Series(one.code(), code)));
            series.filter(one -> !told.add(one))
                    .ifPresent(one -> wrong(
                            index,
                            "indicator",
                            "E-DUPLICATE",
                            Text.of(
                                    "lagging[%s]：同一单位的同一指标出现了两次。",
                                    "lagging[%s]: the same indicator of the same region stands here twice.", index)));
            return series;
        }

        private @Nullable String kept(@Nullable Integer index, String field, @Nullable String sent, int longest) {
            String kept = FreeText.kept(sent);
            if (kept != null) {
                FreeText.refusal(kept, longest).ifPresent(why -> wrong(index, field, "E-TEXT", why));
            }
            return kept;
        }

        private static Text unknown(int index, String field, @Nullable String sent) {
            return Text.of(
                    "lagging[%s].%s 的值“%s”不可用。",
                    "lagging[%s].%s has the unusable value '%s'.", index, field, Text.shown(String.valueOf(sent)));
        }

        private void wrong(@Nullable Integer index, String field, String code, Text message) {
            violations.add(new Violation(index, field, code, message));
        }
    }
}
