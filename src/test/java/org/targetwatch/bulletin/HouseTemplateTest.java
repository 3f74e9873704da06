package org.targetwatch.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.targetwatch.web.Problem;

class HouseTemplateTest {
    @TempDir
    Path folder;

    private static HouseTemplate template(Path file) {
        return new HouseTemplate(() -> Optional.ofNullable(file));
    }

    private static void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> template(file).open()).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
            assertThat(problem.detail().zh())
                    .contains(file.getFileName().toString(), why, "targetwatch.bulletin.template");
            assertThat(problem.violations().first().get(0).code()).isEqualTo("E-TEMPLATE");
        });
    }

    private Path kept(byte[] content) throws IOException {
        return Files.write(folder.resolve("house.docx"), content);
    }

    @Test
    void packagedTemplate_hasEveryStyle() throws IOException {
        try (XWPFDocument document = template(null).open()) {
            assertThat(DocxStyle.values())
                    .allMatch(style -> style.idIn(document).isPresent());
        }
    }

    @Test
    void template_thatIsNotThere_isRefusedByItsName() {
        assertRefused(folder.resolve("gone.docx"), "文件不存在或无权读取");
    }

    @Test
    void template_thatIsNoDocument_isRefused() throws IOException {
        assertRefused(kept("不是压缩文件".getBytes()), "不是可用的 .docx 文件");
        assertRefused(kept(XlsxPaper.of(Sample.bulletin())), "不是可用的 .docx 文件");
        byte[] whole = DocxPaper.of(Sample.bulletin(), template(null).open());
        assertRefused(kept(java.util.Arrays.copyOf(whole, whole.length / 2)), "不是可用的 .docx 文件");
    }

    @Test
    void template_withoutStyles_isRefusedNamingThem() throws IOException {
        Path file = folder.resolve("plain.docx");
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            document.write(out);
        }
        assertRefused(file, "“heading 1”、“heading 2”");
    }

    /** What was exported, with a style of another look, is a template; its text is left out. */
    @Test
    void bulletin_exportedAndChanged_isATemplate() throws IOException {
        byte[] exported = DocxPaper.of(Sample.bulletin(), template(null).open());
        Path file = folder.resolve("own.docx");
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(exported));
                OutputStream out = Files.newOutputStream(file)) {
            document.getStyles()
                    .getStyleWithName("Title")
                    .getCTStyle()
                    .getRPr()
                    .addNewColor()
                    .setVal("FF0000");
            document.createParagraph().createRun().setText("模板中的旧文字");
            document.write(out);
        }

        byte[] made = DocxPaper.of(Sample.bulletin(), template(file).open());

        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(made))) {
            assertThat(document.getParagraphs().get(0).getText()).isEqualTo("关于某计划\n的通报");
            assertThat(document.getStyles()
                            .getStyleWithName("Title")
                            .getCTStyle()
                            .getRPr()
                            .getColorArray())
                    .hasSize(1);
            assertThat(document.getParagraphs())
                    .noneMatch(paragraph -> paragraph.getText().contains("旧文字"));
        }
    }
}
