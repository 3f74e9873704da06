package org.targetwatch.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;
import org.targetwatch.rows.Column;
import org.targetwatch.rows.PlanTable;

/** How a decision lies in table {@code target}. */
final class TargetRow {
    private static final ObjectMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    static final PlanTable<KeptDecision> TABLE = new PlanTable<>(
            "target",
            "region COLLATE \"C\", indicator COLLATE \"C\", number",
            List.of(
                    new Column<>("region", "text", decision -> decision.series().region()),
                    new Column<>(
                            "indicator", "text", decision -> decision.series().indicator()),
                    new Column<>("number", "integer", KeptDecision::number),
                    new Column<>("effective_from", "integer", decision -> decision.from()
                            .index()),
                    new Column<>("value", "numeric", KeptDecision::value),
                    new Column<>("stretch", "numeric", KeptDecision::stretch),
                    new Column<>("low", "numeric", KeptDecision::low),
                    new Column<>("high", "numeric", KeptDecision::high),
                    new Column<>("baseline", "numeric", KeptDecision::baseline),
                    new Column<>("trajectory", "jsonb", KeptDecision::trajectory),
                    new Column<>("reason", "text", KeptDecision::reason),
                    new Column<>("recorded_at", "timestamptz", KeptDecision::recordedAt),
                    new Column<>("recorded_by", "text", KeptDecision::recordedBy)),
            TargetRow::read);

    private TargetRow() {}

    static KeptDecision read(ResultSet row) throws SQLException {
        return new KeptDecision(
                new Series(row.getString("indicator"), row.getString("region")),
                row.getInt("number"),
                Period.ofIndex(row.getInt("effective_from")),
                row.getBigDecimal("value"),
                row.getBigDecimal("stretch"),
                row.getBigDecimal("low"),
                row.getBigDecimal("high"),
                row.getBigDecimal("baseline"),
                json(row.getString("trajectory")),
                row.getString("reason"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"));
    }

    private static JsonNode json(String text) throws SQLException {
        try {
            return EXACT.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new SQLException("A column of type jsonb holds no JSON", notJson);
        }
    }
}
