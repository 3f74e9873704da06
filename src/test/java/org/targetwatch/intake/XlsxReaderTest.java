package org.targetwatch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxReaderTest {
    private static final byte[] EMPTY = Forms.empty();
    private static final String INVESTMENT = "major-project-investment";
    private static final String ENROLMENT = "preprimary-ger";

    private static List<String> read(byte[] form) {
        return ReadFile.of(Forms.PLAN, XlsxReader::read, form).lines();
    }

    private static List<String> read(Consumer<XSSFSheet> filling) {
        return read(Forms.changed(EMPTY, filling));
    }

    private static void value(XSSFSheet sheet, String written) {
        Forms.cell(sheet, INVESTMENT, FormColumn.VALUE).setCellValue(written);
    }

    private static void style(XSSFCell cell, String format) {
        XSSFWorkbook workbook = cell.getSheet().getWorkbook();
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        cell.setCellStyle(style);
    }

    // ---- what is filled ----

    @Test
    void form_leftEmpty_reportsNothing() {
        assertThat(read(EMPTY)).isEmpty();
    }

    @Test
    void line_filled_hasPlaceCodesAndUnit() {
        assertThat(read(sheet -> Forms.cell(sheet, INVESTMENT, FormColumn.VALUE).setCellValue(1.25)))
                .containsExactly(
                        "0 @ 第 11 行: indicator=“major-project-investment” period=“2020-10” region=“511102” unit=“亿元” value=1.25");
    }

    @Test
    void ratio_filled_hasItsTwoParts() {
        assertThat(read(sheet -> {
                    Forms.cell(sheet, ENROLMENT, FormColumn.NUMERATOR).setCellValue(13_020);
                    Forms.cell(sheet, ENROLMENT, FormColumn.DENOMINATOR).setCellValue("14000");
                }))
                .containsExactly(
                        "0 @ 第 21 行: denominator=14000 indicator=“preprimary-ger” numerator=13020 period=“2020-10” region=“511102” unit=“%”");
    }

    @Test
    void number_leftFromBinary_isTheOneThatWasTyped() {
        byte[] form = Forms.changed(EMPTY, sheet -> Forms.cell(sheet, INVESTMENT, FormColumn.VALUE)
                .getCTCell()
                .setV("1.1000000000000001"));
        assertThat(read(form)).singleElement().asString().endsWith("value=1.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            12.5      | 12.5
            0         | 0
            1,250     | “1,250”
            12.5亿元  | “12.5亿元”
            93%       | “93%”
            １２      | “１２”
            1e5       | “1e5”
            无        | “无”
            """)
    void text_inTheCellOfANumber_countsOnlyAsPlainDigits(String written, String expected) {
        assertThat(read(sheet -> value(sheet, written)))
                .singleElement()
                .asString()
                .endsWith("value=" + expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            0.00%                  | 0.93  | “93%”
            yyyy-mm-dd             | 44075 | “2020-09-01”
            yyyy"年"m"月"          | 44075 | “2020-09-01”
            "比率 "0.00"%"         | 93    | 93
            #,##0.00               | 93    | 93
            """)
    void number_shownAsSomethingElse_isReadAsItIsShown(String format, double number, String expected) {
        assertThat(read(sheet -> {
                    XSSFCell cell = Forms.cell(sheet, INVESTMENT, FormColumn.VALUE);
                    cell.setCellValue(number);
                    style(cell, format);
                }))
                .singleElement()
                .asString()
                .endsWith("value=" + expected);
    }

    @Test
    void note_withoutANumber_isNoFigureAndIsNotLost() {
        assertThat(read(sheet -> Forms.cell(sheet, INVESTMENT, FormColumn.NOTE).setCellValue("尚未开工")))
                .singleElement()
                .asString()
                .contains("note=“尚未开工”")
                .doesNotContain("value=");
    }

    @Test
    void rowsAndColumns_moved_areFoundByTheirMarks() {
        byte[] form = Forms.changed(EMPTY, sheet -> {
            Forms.cell(sheet, INVESTMENT, FormColumn.VALUE).setCellValue(2);
            sheet.shiftRows(8, sheet.getLastRowNum(), 3);
            sheet.shiftColumns(FormColumn.UNIT.ordinal(), FormColumn.CODE.ordinal(), 1);
        });
        assertThat(read(form))
                .singleElement()
                .asString()
                .startsWith("0 @ 第 14 行")
                .endsWith("unit=“亿元” value=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-10-31", "2020/10/31", "2020年10月31日", "2020.10.31"})
    void asOf_writtenAsADay_isAccepted(String written) {
        assertThat(read(sheet -> signature(sheet, "asOf").setCellValue(written)))
                .containsExactly("signatures: asOf=“2020-10-31”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10月底", "2020-10-32", "2015-10-31", "20201031"})
    void asOf_writtenOtherwise_isRefused(String written) {
        assertThat(read(sheet -> signature(sheet, "asOf").setCellValue(written)))
                .singleElement()
                .asString()
                .startsWith("E-DATE 单元格 K28：“" + written + "”");
    }

    private static XSSFCell signature(XSSFSheet sheet, String key) {
        for (int number = 0; number < sheet.getLastRowNum(); number++) {
            for (int column = 0; column < FormColumn.values().length; column++) {
                XSSFCell cell = sheet.getRow(number).getCell(column);
                if (cell != null && cell.toString().equals(key)) {
                    return sheet.getRow(number + 1).getCell(column);
                }
            }
        }
        throw new IllegalArgumentException("The form has no place for " + key);
    }

    // ---- what is refused ----

    @Test
    void formula_whereAValueBelongs_isRefused() {
        assertThat(read(sheet -> {
                    Forms.cell(sheet, INVESTMENT, FormColumn.VALUE).setCellFormula("1+1");
                    Forms.cell(sheet, ENROLMENT, FormColumn.CODE).setCellFormula("\"compulsory-dropouts\"");
                    Forms.cell(sheet, ENROLMENT, FormColumn.NUMERATOR).setCellValue(1);
                    signature(sheet, "preparedBy").setCellFormula("\"张三\"");
                }))
                .hasSize(3)
                .allMatch(line -> line.contains("选择性粘贴"))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("E-FORMULA 单元格 G11"),
                        line -> assertThat(line).startsWith("E-FORMULA 单元格 L21"),
                        line -> assertThat(line).startsWith("E-FORMULA 单元格 I28"));
    }

    @ParameterizedTest
    @CsvSource({"3, 1, 填报单位：沙湾区（511111）, B4", "3, 3, 报告期：2020年11月, D4"})
    void form_madeAnothersByOverwriting_isRefused(int row, int column, String written, String place) {
        assertThat(read(sheet -> sheet.getRow(row).getCell(column).setCellValue(written)))
                .singleElement()
                .asString()
                .startsWith("E-TEMPLATE 单元格 " + place + "：表上写的是“" + written + "”");
    }

    @Test
    void name_thatIsNotTheCodes_isRefused() {
        assertThat(read(sheet -> {
                    value(sheet, "1");
                    Forms.cell(sheet, INVESTMENT, FormColumn.INDICATOR).setCellValue("新增公办园学位");
                }))
                .anyMatch(line -> line.startsWith("E-TEMPLATE 单元格 B11"));
    }

    @Test
    void row_addedByHand_isRefused() {
        assertThat(read(sheet -> {
                    value(sheet, "1");
                    Forms.cell(sheet, INVESTMENT, FormColumn.CODE).setBlank();
                }))
                .singleElement()
                .asString()
                .startsWith("E-TEMPLATE 单元格 L11：第 11 行不是填报表原有的行");
    }

    @Test
    void form_ofAnotherPlan_isRefused() {
        assertThat(read(sheet -> sheet.getRow(0).getCell(2).setCellValue("chengdu-2020")))
                .singleElement()
                .asString()
                .startsWith("E-TEMPLATE 单元格 C1：这是 chengdu-2020 的填报表");
    }

    @Test
    void workbook_ofTwoForms_isRefused() {
        byte[] two = Forms.changed(EMPTY, sheet -> sheet.getWorkbook().cloneSheet(0));
        assertThat(read(two)).anyMatch(line -> line.startsWith("E-TEMPLATE 单元格 A1：工作簿中有两张填报表"));
    }

    @Test
    void workbook_ofOnesOwn_isRefused() {
        byte[] own = Forms.changed(EMPTY, sheet -> sheet.removeRow(sheet.getRow(0)));
        assertThat(read(own)).hasSize(2).first().asString().startsWith("refused INVALID");
        assertThat(read(own)).last().asString().startsWith("E-TEMPLATE 工作簿不是本系统的填报表");
    }

    @ParameterizedTest
    @CsvSource({
        "xl/vbaProject.bin,                    E-MACRO",
        "xl/macrosheets/sheet1.xml,            E-MACRO",
        "xl/externalLinks/externalLink1.xml,   E-EXTERNAL",
        "xl/connections.xml,                   E-EXTERNAL",
        "xl/embeddings/oleObject1.bin,         E-EXTERNAL",
        "xl/activeX/activeX1.bin,              E-EXTERNAL"
    })
    void workbook_withMoreThanCells_isRefused(String part, String code) {
        assertThat(read(Zip.with(EMPTY, part, new byte[10])))
                .hasSize(2)
                .last()
                .asString()
                .startsWith(code + " 工作簿含有")
                .contains(part.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/workbook.xml",
                "xl/sharedStrings.xml",
                "xl/styles.xml",
                "xl/worksheets/sheet1.xml",
                "_rels/.rels"
            })
    void workbook_withADocumentType_isRefused(String part) {
        String original = new String(Zip.parts(EMPTY).get(part), StandardCharsets.UTF_8);
        String evil = original.replaceFirst(
                "\\?>",
                "?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>");
        assertThat(evil).isNotEqualTo(original);
        assertThat(read(Zip.with(EMPTY, part, evil.getBytes(StandardCharsets.UTF_8))))
                .singleElement()
                .asString()
                .startsWith("refused UNREADABLE: 工作簿的 " + part.toLowerCase(Locale.ROOT) + " 中有文档类型或实体定义");
        // An encoding that hides it from the guard does not hide it from the parsers.
        byte[] hidden = evil.replaceFirst("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16);
        assertThat(read(Zip.with(EMPTY, part, hidden)))
                .singleElement()
                .asString()
                .startsWith("refused UNREADABLE");
    }

    @ParameterizedTest
    @CsvSource({
        "word/document.xml, Word 文件",
        "xl/workbook.bin,   二进制工作簿",
        "mimetype,          OpenDocument 文件",
        "readme.txt,        压缩文件"
    })
    void archive_ofAnotherKind_isNamed(String part, String name) {
        assertThat(read(Zip.of(Map.of(part, new byte[3]))))
                .singleElement()
                .asString()
                .startsWith("refused UNSUPPORTED_MEDIA_TYPE")
                .contains(name);
    }

    @ParameterizedTest
    @CsvSource({"'指标,填报单位', 文本", "'{\"figures\": []}', JSON", "'<html>', HTML", "'', 空内容", "'%PDF-1.7', PDF"})
    void content_ofAnotherKind_isNamed(String content, String name) {
        assertThat(read(content.getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .startsWith("refused UNSUPPORTED_MEDIA_TYPE")
                .contains(name);
    }

    @Test
    void archive_ofThousandsOfParts_isRefused() {
        Map<String, byte[]> parts = new LinkedHashMap<>(Zip.parts(EMPTY));
        for (int number = 0; number < 1_000; number++) {
            parts.put("xl/media/image" + number + ".png", new byte[1]);
        }
        assertThat(read(Zip.of(parts))).singleElement().asString().startsWith("refused UNREADABLE");
    }

    @Test
    void xml_nestedWithoutEnd_isNoCrash() {
        for (String part :
                List.of("[Content_Types].xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml")) {
            String original = new String(Zip.parts(EMPTY).get(part), StandardCharsets.UTF_8);
            int end = original.lastIndexOf("</");
            // Names that differ, or it would be taken for a bomb.
            StringBuilder nested = new StringBuilder(original.substring(0, end));
            for (int depth = 0; depth < 200_000; depth++) {
                String name = "x" + Integer.toHexString(depth * 0x9E3779B1);
                nested.append('<').append(name).append('>');
            }
            byte[] evil = nested.toString().getBytes(StandardCharsets.UTF_8);
            assertThat(read(Zip.with(EMPTY, part, evil)))
                    .singleElement()
                    .asString()
                    .startsWith("refused");
        }
    }
}
