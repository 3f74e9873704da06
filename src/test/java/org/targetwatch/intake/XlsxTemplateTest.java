package org.targetwatch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.OfficeSchema;

/** The form as a spreadsheet program sees it. What it looks like on paper was looked at. */
class XlsxTemplateTest {
    private XSSFWorkbook workbook;
    private XSSFSheet sheet;

    @BeforeEach
    void open() throws IOException {
        workbook = new XSSFWorkbook(new ByteArrayInputStream(Forms.empty()));
        sheet = workbook.getSheetAt(0);
    }

    @AfterEach
    void close() throws IOException {
        workbook.close();
    }

    private XSSFCell cell(String indicator, FormColumn column) {
        return Forms.cell(sheet, indicator, column);
    }

    /** The number that a formula gives, or nothing; how it is shown is in the cell's format. */
    private String computed(String indicator, FormColumn column) {
        CellValue value = workbook.getCreationHelper().createFormulaEvaluator().evaluate(cell(indicator, column));
        return value.getCellType() == CellType.STRING
                ? value.getStringValue()
                : BigDecimal.valueOf(value.getNumberValue())
                        .setScale(4, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private String format(String indicator, FormColumn column) {
        return cell(indicator, column).getCellStyle().getDataFormatString();
    }

    private XSSFDataValidation rule(XSSFCell cell) {
        return sheet.getDataValidations().stream()
                .filter(rule -> rule.getRegions().getCellRangeAddresses()[0].isInRange(cell))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void form_made_keepsToItsSchema() {
        assertThat(OfficeSchema.errors(sheet.getCTWorksheet())).isEmpty();
        assertThat(OfficeSchema.errors(workbook.getStylesSource().getCTStylesheet()))
                .isEmpty();
    }

    @Test
    void form_made_saysWhatItIs() {
        assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("乐山市教育局2020年工作要点目标任务填报表");
        assertThat(sheet.getRow(3).getCell(1).getStringCellValue()).isEqualTo("填报单位：市中区（511102）");
        assertThat(sheet.getRow(3).getCell(3).getStringCellValue()).isEqualTo("报告期：2020年10月");
        String all = text();
        assertThat(all).contains("单位负责人：", "审核人：", "填报人：", "数据截止日期：", "（填报单位盖章）");
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        sheet.forEach(row -> row.forEach(cell -> text.append(cell).append('\n')));
        return text.toString();
    }

    @Test
    void lines_ofACounty_areWhatItReportsAndNothingConfidential() {
        assertThat(text())
                .contains("major-project-investment", "preprimary-ger", "extra-large-classes")
                .doesNotContain("arts-feature-schools", "gaokao");
    }

    @ParameterizedTest
    @CsvSource({
        "major-project-investment,      1—10月累计数",
        "compulsory-dropouts,           10月末时点数",
        "preprimary-ger,                '分子：在园幼儿（不论年龄），人\n分母：3至5岁人口，人'"
    })
    void line_made_saysWhatItsFigureMeans(String indicator, String meaning) {
        assertThat(cell(indicator, FormColumn.MEANING).getStringCellValue()).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({
        "major-project-investment,      亿元,   1.2",
        "major-project-investment,      万元,   12000",
        "major-project-investment,      元,     120000000",
        "compulsory-dropouts,           人,     2",
        "preprimary-ger,                %,      93",
        "education-expenditure-per-student, 元/人, 0.93"
    })
    void lastFigure_inTheUnitChosen_isShown(String indicator, String unit, String expected) {
        cell(indicator, FormColumn.UNIT).setCellValue(unit);
        assertThat(computed(indicator, FormColumn.LAST)).isEqualTo(expected);
        assertThat(cell(indicator, FormColumn.LAST_PERIOD).getStringCellValue()).isEqualTo("9月");
    }

    @ParameterizedTest
    @CsvSource({
        "major-project-investment, 亿元, 1.5,   本月,   0.3",
        "major-project-investment, 亿元, 1.1,   本月,   -0.1",
        "major-project-investment, 万元, 12500, 本月,   500",
        "compulsory-dropouts,      人,   5,     较上期, 3"
    })
    void change_ofAQuantity_isComputed(String indicator, String unit, double value, String name, String expected) {
        assertThat(computed(indicator, FormColumn.COMPUTED)).isEmpty();
        cell(indicator, FormColumn.UNIT).setCellValue(unit);
        cell(indicator, FormColumn.VALUE).setCellValue(value);
        assertThat(computed(indicator, FormColumn.COMPUTED)).isEqualTo(expected);
        assertThat(format(indicator, FormColumn.COMPUTED))
                .isEqualTo("\"" + name + " \"General;\"" + name + " -\"General");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            preprimary-ger                    | 13020     | 14000 | 93         | "比率 "0.00"%";"比率 -"0.00"%"
            preprimary-ger                    | 13020     | 0     | ''         | "比率 "0.00"%";"比率 -"0.00"%"
            education-expenditure-per-student | 450005000 | 38000 | 11842.2368 | "均值 "#,##0.00;"均值 -"#,##0.00
            """)
    void rate_ofItsParts_isComputed(
            String indicator, double numerator, double denominator, String expected, String format) {
        assertThat(computed(indicator, FormColumn.COMPUTED)).isEmpty();
        cell(indicator, FormColumn.NUMERATOR).setCellValue(numerator);
        cell(indicator, FormColumn.DENOMINATOR).setCellValue(denominator);
        assertThat(computed(indicator, FormColumn.COMPUTED)).isEqualTo(expected);
        assertThat(format(indicator, FormColumn.COMPUTED)).isEqualTo(format);
    }

    @Test
    void cells_ofTheForm_areLockedButForTheInputs() {
        assertThat(sheet.getProtect()).isTrue();
        assertThat(workbook.isStructureLocked()).isTrue();
        assertThat(StreamSupport.stream(sheet.spliterator(), false)
                        .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                        .filter(cell -> !cell.getCellStyle().getLocked())
                        .map(cell -> FormColumn.values()[cell.getColumnIndex()])
                        .distinct())
                .containsExactlyInAnyOrder(
                        FormColumn.UNIT,
                        FormColumn.VALUE,
                        FormColumn.NUMERATOR,
                        FormColumn.DENOMINATOR,
                        FormColumn.NOTE,
                        // The signatures.
                        FormColumn.MEANING,
                        FormColumn.LAST);
        assertThat(cell("preprimary-ger", FormColumn.VALUE).getCellStyle().getLocked())
                .isTrue();
        assertThat(cell("major-project-investment", FormColumn.COMPUTED)
                        .getCellStyle()
                        .getLocked())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "major-project-investment, VALUE,     DECIMAL",
        "new-public-kindergarten-places, VALUE, DECIMAL",
        "compulsory-dropouts,      VALUE,     INTEGER",
        "preprimary-ger,           NUMERATOR, INTEGER",
        "education-expenditure-per-student, NUMERATOR, DECIMAL"
    })
    void numbers_typed_mustNotBeNegative(String indicator, FormColumn column, String type) {
        var constraint = rule(cell(indicator, column)).getValidationConstraint();
        assertThat(constraint.getValidationType())
                .isEqualTo(type.equals("INTEGER") ? ValidationType.INTEGER : ValidationType.DECIMAL);
        assertThat(constraint.getOperator()).isEqualTo(OperatorType.GREATER_OR_EQUAL);
        assertThat(constraint.getFormula1()).isEqualTo("0");
    }

    @Test
    void unit_ofMoney_isChosenFromAList() {
        assertThat(rule(cell("major-project-investment", FormColumn.UNIT))
                        .getValidationConstraint()
                        .getExplicitListValues())
                .containsExactly("元", "万元", "亿元");
        assertThat(cell("compulsory-dropouts", FormColumn.UNIT).getCellStyle().getLocked())
                .isTrue();
    }

    @Test
    void form_printed_isA4Landscape() {
        assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
        assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
        assertThat(workbook.getPrintArea(0)).startsWith("填报表!$A$1:$K$");
    }
}
