package org.targetwatch.intake;

import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** What a spreadsheet program accepts in the form's cells; the same rules as ours, told while one types. */
final class FormRules {
    private static final String LONGEST_NOTE = "1000";
    private static final String LONGEST_NAME = "100";
    private static final String YEAR_2000 = "36526";
    private static final String YEAR_2100 = "73050";

    private final XSSFSheet sheet;
    private final DataValidationHelper helper;

    FormRules(XSSFSheet sheet) {
        this.sheet = sheet;
        this.helper = sheet.getDataValidationHelper();
    }

    /** A number that is not negative; {@code hint} is shown when the cell is chosen. */
    void number(XSSFCell cell, boolean whole, String hint) {
        String error = whole ? "请填不小于 0 的整数。未报请留空，确为零填 0。" : "请填不小于 0 的数，不带单位、百分号。未报请留空，确为零填 0。";
        add(
                cell,
                helper.createNumericConstraint(
                        whole ? ValidationType.INTEGER : ValidationType.DECIMAL,
                        OperatorType.GREATER_OR_EQUAL,
                        "0",
                        null),
                error,
                hint);
    }

    void oneOf(XSSFCell cell, List<String> units) {
        add(cell, helper.createExplicitListConstraint(units.toArray(String[]::new)), "请从列表中选择计量单位。", "数值按所选单位填写。");
    }

    void note(XSSFCell cell) {
        add(cell, length(LONGEST_NOTE), "最多 1000 字。", "");
    }

    void name(XSSFCell cell) {
        add(cell, length(LONGEST_NAME), "最多 100 字。", "");
    }

    void date(XSSFCell cell) {
        add(
                cell,
                helper.createDateConstraint(OperatorType.BETWEEN, YEAR_2000, YEAR_2100, ""),
                "请填日期，如 2020-09-30。",
                "本表数据统计到哪一天，如 2020-09-30。");
    }

    private DataValidationConstraint length(String longest) {
        return helper.createTextLengthConstraint(OperatorType.LESS_OR_EQUAL, longest, null);
    }

    private void add(XSSFCell cell, DataValidationConstraint constraint, String error, String hint) {
        int row = cell.getRowIndex();
        int column = cell.getColumnIndex();
        DataValidation rule = helper.createValidation(constraint, new CellRangeAddressList(row, row, column, column));
        rule.setShowErrorBox(true);
        rule.createErrorBox("请核对", error);
        if (!hint.isEmpty()) {
            rule.setShowPromptBox(true);
            rule.createPromptBox("填报说明", hint);
        }
        sheet.addValidationData(rule);
    }
}
