package org.targetwatch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.targetwatch.figure.ClosedPeriods;
import org.targetwatch.figure.Exempt;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Seeded;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/** A thousand broken inputs of each format: refused in words that name place and remedy, or rightly taken; never a bug. */
class BrokenInputsTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/targetwatch/intake");
    private static final int ROUNDS = 1_000;
    private static final ClosedPeriods ALL_OPEN =
            new ClosedPeriods(Forms.PLAN.regions(), List.of(), LocalDate.of(2020, 11, 9));
    private static final Exempt NONE_EXEMPT = new Exempt(List.of());
    private static final Pattern PLACE =
            Pattern.compile("(?s)(figures|signatures|字段|第 \\d+ 行|单元格 [A-Z]+\\d+|工作簿|没有数据：).*");
    private static final Pattern REMEDY = Pattern.compile("(?s).*(请|应|须|可用|只能|最多|最早|不要|不能).*");

    // As in the program; kept here, or it would be forgotten and made anew.
    private static final Logger LIBRARY = Logger.getLogger("org.apache.poi");

    private final Map<String, Integer> outcomes = new TreeMap<>();

    @BeforeAll
    static void silenceTheLibrary() {
        LIBRARY.setLevel(Level.OFF);
    }

    @Test
    void json_broken_isRefusedInWords() throws IOException {
        check(Files.readAllBytes(FOLDER.resolve("broken-from.json")), Broken::json, JsonReader::read);
    }

    @Test
    void csv_broken_isRefusedInWords() throws IOException {
        check(Files.readAllBytes(FOLDER.resolve("comma-utf8.csv")), Broken::csv, CsvReader::read);
    }

    @Test
    void xlsx_broken_isRefusedInWords() throws IOException {
        check(Files.readAllBytes(FOLDER.resolve("filled-in-libreoffice.xlsx")), Broken::xlsx, XlsxReader::read);
    }

    private void check(byte[] good, BiFunction<byte[], Seeded, byte[]> breaking, Format format) {
        assertThat(outcome(good, format)).isEqualTo("taken");
        Seeded.times(ROUNDS, seeded -> outcomes.merge(outcome(breaking.apply(good, seeded), format), 1, Integer::sum));
        // Or the generator has broken nothing worth the name.
        assertThat(outcomes.getOrDefault("taken", 0)).as(outcomes.toString()).isLessThan(ROUNDS / 2);
        assertThat(outcomes).hasSizeGreaterThan(2);
    }

    private static String outcome(byte[] content, Format format) {
        Violations violations = new Violations();
        SubjectCheck subject =
                new SubjectCheck(Sender.ofAll(Forms.PLAN, "county"), Period.of(2020, 11), ALL_OPEN, NONE_EXEMPT);
        BatchCheck check = new BatchCheck(subject, 200_000, violations);
        try {
            Signed signed = format.read(Forms.PLAN, new ByteArrayInputStream(content), check::accept, violations);
            check.figures();
            check.signatures(signed);
            violations.refuseIfAny();
            return "taken";
        } catch (Problem problem) {
            assertThat(problem.kind().status()).isBetween(400, 499);
            assertThat(problem.detail().zh()).matches(REMEDY);
            problem.violations().first().forEach(BrokenInputsTest::namesPlaceAndRemedy);
            return problem.kind().toString();
        } catch (JacksonException | CharConversionException malformed) {
            // The two that become a 400 by themselves.
            return "malformed";
        } catch (IOException other) {
            throw new AssertionError(other);
        }
    }

    private static void namesPlaceAndRemedy(Violation violation) {
        assertThat(violation.message().zh()).matches(PLACE).matches(REMEDY);
        assertThat(violation.message().en()).isNotBlank();
    }
}
