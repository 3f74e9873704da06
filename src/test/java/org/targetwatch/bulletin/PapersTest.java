package org.targetwatch.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.targetwatch.OfficeSchema;

@QuarkusTest
class PapersTest {
    @Inject
    Papers papers;

    private byte[] file(Format format) {
        return papers.file(Sample.bulletin(), format);
    }

    /** Zip files keep times in steps of two seconds: the second is written in another one. */
    @ParameterizedTest
    @EnumSource
    void bulletin_laidOutTwice_isTheSameBytes(Format format) {
        byte[] first = file(format);
        Awaitility.await().pollDelay(Duration.ofMillis(2_100)).until(() -> true);
        assertThat(file(format)).isEqualTo(first);
    }

    @Test
    void html_withOddWords_escapesThem() {
        assertThat(new String(file(Format.HTML), StandardCharsets.UTF_8))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp;", "<h1>关于某计划<br>的通报</h1>", "12.35亿元")
                .doesNotContain("<script", "NOT_FOUND");
    }

    @Test
    void docx_isWrittenInStyles_nothingByHand() throws IOException {
        byte[] docx = file(Format.DOCX);
        assertThat(part(docx, "word/document.xml"))
                .doesNotContain("<w:rPr", "<w:jc", "<w:sz")
                .contains("w:pStyle");
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(document.getParagraphs()).allMatch(paragraph -> paragraph.getStyle() != null);
            assertThat(document.getTables()).hasSize(2).allMatch(table -> table.getStyleID() != null);
            assertThat(document.getTables().get(0).getRow(2).getCell(0).getText())
                    .isEqualTo(Sample.ODD);
            assertThat(document.getProperties().getCoreProperties().getCreator())
                    .isEqualTo("乐山市教育局");
        }
    }

    @Test
    void docxAndXlsx_keepToTheirSchemas() throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file(Format.DOCX)));
                XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file(Format.XLSX)))) {
            assertThat(OfficeSchema.errors(document.getDocument())).isEmpty();
            for (Sheet sheet : workbook) {
                assertThat(OfficeSchema.errors(((XSSFSheet) sheet).getCTWorksheet()))
                        .as(sheet.getSheetName())
                        .isEmpty();
            }
        }
    }

    @Test
    void docx_neverLeavesTheSignatureAloneOnAPage() throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file(Format.DOCX)))) {
            assertThat(document.getParagraphs().stream()
                            .filter(XWPFParagraph::isKeepNext)
                            .map(XWPFParagraph::getText))
                    .containsExactly("注：甲。", "", "乐山市教育局");
        }
    }

    private static String part(byte[] packed, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("There is no " + name);
    }

    @Test
    void xlsx_numbers_areNumbersThatReadAsInTheText() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file(Format.XLSX)))) {
            XSSFSheet sheet = workbook.getSheet("比较1");
            DataFormatter shown = new DataFormatter();
            assertThat(sheet.getRow(2).getCell(1).getNumericCellValue()).isEqualTo(12.345678);
            assertThat(List.of(
                            shown.formatCellValue(sheet.getRow(2).getCell(1)),
                            shown.formatCellValue(sheet.getRow(2).getCell(2)),
                            shown.formatCellValue(sheet.getRow(3).getCell(1)),
                            shown.formatCellValue(sheet.getRow(3).getCell(2))))
                    .containsExactly("12.35亿元", "慢9.1", "-0.5个百分点", "持平");
            assertThat(workbook.getSheet("通报").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("关于某计划的通报");
        }
    }
}
