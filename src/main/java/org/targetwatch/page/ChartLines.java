package org.targetwatch.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Unit;

/** Lines over months, as the script that draws them reads them in a page. */
public final class ChartLines {
    private static final int DECIMALS = 4;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ChartLines() {}

    /** How high a line is in a month, in base units; empty where there is nothing to draw. */
    public interface Height {
        Optional<Exact> at(Period month);
    }

    /** In {@code unit}; null where there is nothing to draw. */
    public static List<@Nullable BigDecimal> line(List<Period> months, Unit unit, Height height) {
        List<@Nullable BigDecimal> line = new ArrayList<>();
        months.forEach(month -> line.add(height.at(month)
                .map(value -> Shown.in(unit, value).rounded(DECIMALS))
                .orElse(null)));
        return line;
    }

    /** For a script block of a page, which nothing in it can end. */
    public static String json(Object chart) {
        try {
            return JSON.writeValueAsString(chart).replace("<", "\\u003c");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
