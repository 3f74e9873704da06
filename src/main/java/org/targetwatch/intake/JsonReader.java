package org.targetwatch.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.intake.Cell.Digits;
import org.targetwatch.intake.Cell.Nothing;
import org.targetwatch.intake.Cell.Other;
import org.targetwatch.intake.Cell.Words;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/**
 * Reads {@code {"figures":[…],"signatures":{…}}} as a stream: one row is in memory at a time. What is no JSON is an
 * exception; JSON of another shape is a violation, so that everything wrong is told at once.
 */
final class JsonReader {
    private static final int FIELDS_KEPT = 50;
    private static final int TEXT_LENGTH = 100_000;
    // NaN is read so that it can be refused by name, at its place.
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(TEXT_LENGTH).build())
            .build();

    private final JsonParser json;
    private final Consumer<Row> rows;
    private final Violations violations;
    private int count;
    private Signed signed = Signed.NONE;

    private JsonReader(JsonParser json, Consumer<Row> rows, Violations violations) {
        this.json = json;
        this.rows = rows;
        this.violations = violations;
    }

    /** See {@link Format}. */
    static Signed read(Plan plan, InputStream body, Consumer<Row> rows, Violations violations) throws IOException {
        InputStream content = Content.expect(Content.OF_JSON, "application/json", body);
        try (JsonParser json = JSON.createParser(content)) {
            JsonReader reader = new JsonReader(json, rows, violations);
            reader.document();
            return reader.signed;
        }
    }

    private void document() throws IOException {
        if (json.nextToken() == null) {
            throw new JsonParseException(json, "There is no content");
        }
        if (!json.isExpectedStartObjectToken()) {
            throw MismatchedInputException.from(json, Map.class, "The content is not an object");
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            member(name);
        }
        if (json.nextToken() != null) {
            throw new JsonParseException(json, "There is something after the end");
        }
    }

    private void member(String name) throws IOException {
        switch (name) {
            case "figures" -> figures();
            case "signatures" -> signatures();
            default -> {
                json.skipChildren();
                refuse(
                        null,
                        name,
                        "E-FIELD",
                        Text.of(
                                "字段 %s：不认识，此处可用 figures 和 signatures。",
                                "Field %s: unknown; known here: figures and signatures.", Text.shown(name)));
            }
        }
    }

    private void figures() throws IOException {
        if (!json.isExpectedStartArrayToken()) {
            json.skipChildren();
            refuse(null, "figures", "E-TYPE", new Text("figures 应为数组 […]。", "figures must be an array […]."));
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            figure(count++);
        }
    }

    private void figure(int index) throws IOException {
        if (json.isExpectedStartObjectToken()) {
            Place place = new Place.InJson(index);
            rows.accept(new Row(index, cells(index, place), place));
            return;
        }
        json.skipChildren();
        Text message = Text.of("figures[%s] 应为对象 {…}。", "figures[%s] must be an object {…}.", index);
        refuse(index, "", "E-TYPE", message);
    }

    private void signatures() throws IOException {
        if (json.isExpectedStartObjectToken()) {
            Place place = new Place.InJsonSignatures();
            signed = new Signed(cells(null, place), place);
        } else if (json.currentToken() != JsonToken.VALUE_NULL) {
            json.skipChildren();
            refuse(null, "signatures", "E-TYPE", new Text("signatures 应为对象 {…}。", "signatures must be an object {…}."));
        }
    }

    private Map<String, Cell> cells(@Nullable Integer index, Place place) throws IOException {
        Map<String, Cell> cells = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            Cell cell = cell();
            // An object may have millions of fields; a figure has nine.
            if (cells.size() < FIELDS_KEPT && cells.put(name, cell) != null) {
                Text message =
                        Text.of("%s：字段出现了两次，请只保留一个。", "%s: The field is given twice; keep one.", place.field(name));
                refuse(index, name, "E-FIELD", message);
            }
        }
        return cells;
    }

    private Cell cell() throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> new Words(json.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Digits(json.getText());
            case VALUE_NULL -> new Nothing();
            default -> {
                String start = json.getText();
                json.skipChildren();
                yield new Other(start);
            }
        };
    }

    private void refuse(@Nullable Integer index, String field, String code, Text message) {
        violations.add(new Violation(index, Text.shown(field), code, message));
    }
}
