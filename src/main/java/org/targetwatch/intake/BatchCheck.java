package org.targetwatch.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.figure.Figure;
import org.targetwatch.figure.Figure.Key;
import org.targetwatch.figure.Quality;
import org.targetwatch.figure.Signatures;
import org.targetwatch.intake.Cell.Nothing;
import org.targetwatch.intake.Cell.Words;
import org.targetwatch.intake.TextCheck.Refusal;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Coded;
import org.targetwatch.measure.Period;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/** Checks the rows of one batch as they arrive, whatever format they come from, and keeps the figures they make. */
final class BatchCheck {
    private static final Set<String> FIELDS =
            Set.of("indicator", "region", "period", "value", "unit", "numerator", "denominator", "note", "quality");
    private static final String FIELDS_SHOWN =
            "indicator, region, period, value, unit, numerator, denominator, note, quality";
    private static final Set<String> SIGNATURES = Set.of("preparedBy", "checkedBy", "approvedBy", "asOf");
    private static final int NOTE_LENGTH = 1_000;
    private static final int NAME_LENGTH = 100;

    private final SubjectCheck subject;
    private final int maxFigures;
    private final Violations violations;
    private final List<Figure> figures = new ArrayList<>();
    private final Map<Key, Origin> origins = new HashMap<>();
    private int received;

    BatchCheck(SubjectCheck subject, int maxFigures, Violations violations) {
        this.subject = subject;
        this.maxFigures = maxFigures;
        this.violations = violations;
    }

    /** The next row; rows beyond the limit are only counted. */
    void accept(Row row) {
        if (++received <= maxFigures) {
            RowReport report = new RowReport(row, violations);
            refuseUnknownFields(report);
            figure(report).ifPresent(figure -> keep(report, figure));
        }
    }

    private static void refuseUnknownFields(RowReport report) {
        report.row().cells().keySet().stream()
                .filter(field -> !FIELDS.contains(field))
                .forEach(field -> report.refuse(
                        field, "E-FIELD", "不认识该字段，可用字段：%s。", "Unknown field; known are: %s.", FIELDS_SHOWN));
    }

    private Optional<Figure> figure(RowReport report) {
        Optional<Indicator> indicator = subject.indicator(report);
        Optional<String> region = subject.region(report, indicator.orElse(null));
        Optional<Period> period = subject.period(report, indicator.orElse(null))
                .filter(read -> region.isEmpty() || subject.isOpen(report, region.get(), read))
                .filter(read -> indicator.isEmpty() || subject.isAsked(report, indicator.get(), region, read));
        Optional<Amount> amount =
                indicator.map(known -> new AmountCheck(report).of(known.rules().measure()));
        Quality quality = quality(report);
        String note = note(report);
        return indicator.isPresent() && region.isPresent() && period.isPresent() && amount.isPresent()
                ? Optional.of(
                        new Figure(indicator.get().code(), region.get(), period.get(), amount.get(), quality, note))
                : Optional.empty();
    }

    private static @Nullable Quality quality(RowReport report) {
        Optional<Cell> cell = report.row().cell("quality");
        Optional<Quality> quality = cell.filter(Words.class::isInstance)
                .flatMap(words -> Coded.parse(Quality.class, ((Words) words).text()));
        if (cell.isPresent() && quality.isEmpty()) {
            report.refuse(
                    "quality",
                    "E-QUALITY",
                    "quality 只能是 \"preliminary\"（快报）或 \"certified\"（核定）。",
                    "quality is \"preliminary\" or \"certified\".");
        }
        return quality.orElse(null);
    }

    private static @Nullable String note(RowReport report) {
        Optional<Cell> cell = report.row().cell("note");
        Optional<Refusal> refusal = cell.flatMap(words -> TextCheck.refusal(words, NOTE_LENGTH));
        refusal.ifPresent(refused -> report.refuse("note", refused.code(), "%s", "%s", refused.why()));
        return cell.isPresent() && refusal.isEmpty() ? TextCheck.kept(cell.get()) : null;
    }

    private void keep(RowReport report, Figure figure) {
        Origin origin = new Origin(report.row().index(), report.row().place());
        Origin first = origins.putIfAbsent(figure.key(), origin);
        if (first == null) {
            figures.add(figure);
        } else {
            report.refuse(
                    "period",
                    "E-DUPLICATE",
                    "与 %s 重复：同一指标、单位、报告期在一批中只能出现一次。",
                    "Repeats %s: an indicator, region and period may stand in a batch once.",
                    first.place().whole());
        }
    }

    /** Where each of the figures stands in what was sent. */
    Map<Key, Origin> origins() {
        return origins;
    }

    /** Call when all rows are there: refuses an empty batch and one that is too large. */
    List<Figure> figures() {
        if (received == 0) {
            refuse("figures", "E-EMPTY", new Text("没有数据：请至少填报一条。", "Nothing was sent: report at least one figure."));
        }
        if (received > maxFigures) {
            refuse(
                    "figures",
                    "E-BATCH-SIZE",
                    Text.of(
                            "一批共 %s 条，最多 %s 条，请分批提交。",
                            "The batch holds %s figures, at most %s are taken; send it in parts.",
                            received,
                            maxFigures));
        }
        return figures;
    }

    /** Who signed; a name that is refused is null. */
    Signatures signatures(Signed signed) {
        signed.cells().keySet().stream()
                .filter(field -> !SIGNATURES.contains(field))
                .forEach(field -> refuse(
                        "signatures." + field,
                        "E-FIELD",
                        Text.of(
                                "%s：不认识该签名字段，可用 preparedBy、checkedBy、approvedBy、asOf。",
                                "%s: Unknown signature; known are preparedBy, checkedBy, approvedBy, asOf.",
                                signed.place().field(field))));
        return new Signatures(
                signature(signed, "preparedBy"),
                signature(signed, "checkedBy"),
                signature(signed, "approvedBy"),
                asOf(signed));
    }

    private @Nullable LocalDate asOf(Signed signed) {
        String written = signature(signed, "asOf");
        try {
            return written == null ? null : LocalDate.parse(written);
        } catch (DateTimeException notADay) {
            refuse(
                    "signatures.asOf",
                    "E-DATE",
                    Text.of(
                            "%s：“%s”不是日期，应写作 2020-09-30。",
                            "%s: '%s' is not a date; write it like 2020-09-30.",
                            signed.place().field("asOf"),
                            Text.shown(written)));
            return null;
        }
    }

    private @Nullable String signature(Signed signed, String field) {
        Optional<Cell> cell =
                Optional.ofNullable(signed.cells().get(field)).filter(found -> !(found instanceof Nothing));
        Optional<Refusal> refusal = cell.flatMap(name -> TextCheck.refusal(name, NAME_LENGTH));
        refusal.ifPresent(refused -> refuse(
                "signatures." + field,
                refused.code(),
                Text.of("%s：%s", "%s: %s", signed.place().field(field), refused.why())));
        return cell.isPresent() && refusal.isEmpty() ? TextCheck.kept(cell.get()) : null;
    }

    private void refuse(String field, String code, Text message) {
        violations.add(new Violation(null, Text.shown(field), code, message));
    }
}
