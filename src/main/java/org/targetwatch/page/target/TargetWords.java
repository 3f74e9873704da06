package org.targetwatch.page.target;

import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Unit;
import org.targetwatch.page.Line;
import org.targetwatch.page.Shown;
import org.targetwatch.progress.Direction;
import org.targetwatch.progress.Target;
import org.targetwatch.progress.Trajectory;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/** Targets in the reader's words. */
record TargetWords(Unit unit, Language language) {

    /** ≥ 4.8 亿元; a dash where nobody has decided. */
    String of(@Nullable Target target) {
        if (target == null) {
            return Shown.NONE;
        }
        if (target.direction() instanceof Direction.Between between) {
            return value(between.low()) + " – " + value(between.high());
        }
        String promised = target.direction()
                .bound(null, null)
                .map(bound -> String.valueOf(Line.target(bound, unit, language)))
                .orElseGet(this::lastYear);
        return target.direction() instanceof Direction.AtLeast atLeast && atLeast.stretch() != null
                ? promised
                        + Text.of("（争取 %s）", " (stretch %s)", value(atLeast.stretch()))
                                .in(language)
                : promised;
    }

    private String lastYear() {
        return new Text("与上年同期比较", "compared with last year").in(language);
    }

    String value(Exact value) {
        return Shown.value(value, unit, language);
    }

    String way(Trajectory way) {
        return way(way.code()).in(language);
    }

    static Text way(String code) {
        return switch (code) {
            case "linear" -> new Text("逐月均匀", "evenly month by month");
            case "steps" -> new Text("分步", "in steps");
            case "seasonal" -> new Text("按月份额", "by shares of the year");
            default -> new Text("到月达成", "from a month on");
        };
    }
}
