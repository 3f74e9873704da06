package org.targetwatch.intake;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Relation;
import org.targetwatch.catalogue.Relation.Rule;
import org.targetwatch.catalogue.Relation.Side;
import org.targetwatch.figure.Figure;
import org.targetwatch.figure.Figure.Key;
import org.targetwatch.measure.Measure.Part;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violations;

/**
 * The hard rules for a figure beside others: what indicators have to do with each other, and amounts to date (domain.md 5.3:
 * V5, V6). What says nothing new is not asked about again.
 *
 * @param standing with the batch in it
 * @param news what the batch changes
 */
record SetCheck(Standing standing, Set<Key> news, Map<Key, Origin> origins, Violations violations) {

    /** Checks one figure of the batch. */
    void check(Figure figure) {
        if (news.contains(figure.key())) {
            standing.plan().relations().forEach(relation -> checkRelation(relation, figure));
            checkToDate(figure);
        }
    }

    private void checkToDate(Figure figure) {
        standing.at(figure.key())
                .filter(counting -> counting.note() == null)
                .flatMap(unexplained -> ToDateRule.of(standing.observed(unexplained)))
                .ifPresent(finding -> refuse(figure, finding.field(), ToDateRule.REFUSED, ToDateRule.refusal(finding)));
    }

    /** Told once where both sides are new: at the part. */
    private void checkRelation(Relation relation, Figure figure) {
        Key part = at(relation.part(), figure);
        Key whole = at(relation.whole(), figure);
        if (part.equals(figure.key())) {
            compare(relation, part, whole, figure, relation.part());
        } else if (whole.equals(figure.key()) && !news.contains(part)) {
            compare(relation, part, whole, figure, relation.whole());
        }
    }

    private static Key at(Side side, Figure figure) {
        return new Key(side.indicator(), figure.region(), figure.period());
    }

    private void compare(Relation relation, Key part, Key whole, Figure figure, Side field) {
        standing.at(part).ifPresent(one -> standing.at(whole).ifPresent(other -> {
            BigDecimal number = relation.part().number(one.amount());
            if (!relation.rule().holds(number, relation.whole().number(other.amount()))) {
                refuse(figure, field.of().code(), "E-RELATION", message(relation, figure, one, other));
            }
        }));
    }

    private Text message(Relation relation, Figure figure, Figure part, Figure whole) {
        return Text.of(
                "%s %s %s，不符合“%s”。请改正有误的数；两项都要改的，请放在同一批提交。",
                "%s %s %s, against the relation '%s'. Correct what is wrong; where both must change, send them in one batch.",
                shown(relation.part(), part, figure),
                relation.rule() == Rule.EQUAL ? new Text("不等于", "differs from") : new Text("大于", "exceeds"),
                shown(relation.whole(), whole, figure),
                new Text(relation.name(), relation.english()));
    }

    /** What is counted, how many, and where that stands. */
    private Text shown(Side side, Figure figure, Figure checked) {
        Indicator indicator = standing.plan().indicator(side.indicator()).orElseThrow();
        Text name = side.of()
                .part(indicator.measure())
                .map(SetCheck::name)
                .orElseGet(() -> new Text(indicator.name(), indicator.english()));
        return Text.of(
                "%s %s %s（%s，%s）",
                "%s %s %s (%s, %s)",
                name,
                side.number(figure.amount()).toPlainString(),
                side.of().unit(indicator.measure()).base().symbol(),
                indicator.code(),
                figure.key().equals(checked.key()) ? new Text("本条", "this row") : where(side, figure.key()));
    }

    private static Text name(Part part) {
        return new Text(part.name(), part.english());
    }

    private Text where(Side side, Key key) {
        return news.contains(key) && origins.containsKey(key)
                ? origins.get(key).place().field(side.of().code())
                : new Text("现行数据", "as it stands");
    }

    private void refuse(Figure figure, String field, String code, Text what) {
        Origin origin = Objects.requireNonNull(origins.get(figure.key()));
        violations.add(origin.violation(figure.key(), field, code, what));
    }
}
