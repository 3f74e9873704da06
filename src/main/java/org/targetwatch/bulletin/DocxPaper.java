package org.targetwatch.bulletin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.targetwatch.bulletin.Bulletin.Block;
import org.targetwatch.bulletin.Bulletin.Chapter;
import org.targetwatch.bulletin.Bulletin.Phrase;

/** A bulletin as a Word document: styles of the template, nothing formatted by hand. */
final class DocxPaper {
    private final XWPFDocument document;
    private final Map<DocxStyle, String> styles = new EnumMap<>(DocxStyle.class);
    private final CTSectPr page;

    private DocxPaper(XWPFDocument document) {
        this.document = document;
        for (DocxStyle style : DocxStyle.values()) {
            styles.put(style, style.idIn(document).orElseThrow());
        }
        this.page = page(document);
    }

    /** @param template is closed */
    static byte[] of(Bulletin bulletin, XWPFDocument template) throws IOException {
        try (template) {
            DocxPaper paper = new DocxPaper(template);
            paper.removeText();
            paper.write(bulletin);
            FixedPackage.describe(template, bulletin);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            template.write(bytes);
            return FixedPackage.of(bytes.toByteArray());
        }
    }

    private static CTSectPr page(XWPFDocument document) {
        return document.getDocument().getBody().isSetSectPr()
                ? document.getDocument().getBody().getSectPr()
                : document.getDocument().getBody().addNewSectPr();
    }

    private void removeText() {
        while (!document.getBodyElements().isEmpty()) {
            document.removeBodyElement(document.getBodyElements().size() - 1);
        }
    }

    private void write(Bulletin bulletin) {
        title(bulletin.head().title());
        paragraph(DocxStyle.SUBTITLE, bulletin.head().issue());
        paragraph(DocxStyle.SUBTITLE, bulletin.head().asOf());
        paragraph(DocxStyle.TEXT, "");
        bulletin.chapters().forEach(this::chapter);
        sign(bulletin.sign());
        paragraph(DocxStyle.TEXT, "");
        bulletin.notes().forEach(line -> paragraph(DocxStyle.COLOPHON, line));
        if (!bulletin.annexes().isEmpty()) {
            endPortrait();
            bulletin.annexes().forEach(this::grid);
        }
    }

    /** 落款: never alone on a page, some of the text stands above it (GB/T 9704). */
    private void sign(List<String> lines) {
        int textEnds = document.getParagraphs().size() - 1;
        paragraph(DocxStyle.TEXT, "");
        lines.forEach(line -> paragraph(DocxStyle.SIGNATURE, line));
        List<XWPFParagraph> all = document.getParagraphs();
        all.subList(textEnds, all.size() - 1).forEach(paragraph -> paragraph.setKeepNext(true));
    }

    private void title(List<String> lines) {
        XWPFRun run = paragraph(DocxStyle.TITLE, lines.get(0)).getRuns().get(0);
        lines.stream().skip(1).forEach(line -> {
            run.addBreak();
            run.setText(line);
        });
    }

    private void chapter(Chapter chapter) {
        paragraph(DocxStyle.HEADING, chapter.heading());
        chapter.blocks().forEach(this::block);
    }

    private void block(Block block) {
        if (block instanceof Block.Subheading subheading) {
            paragraph(DocxStyle.SUBHEADING, subheading.text());
        } else if (block instanceof Block.Paragraph paragraph) {
            paragraph(DocxStyle.TEXT, words(paragraph.phrases()));
        } else if (block instanceof Block.Grid grid) {
            grid(grid);
        }
    }

    private static String words(List<Phrase> phrases) {
        return phrases.stream().map(Phrase::text).collect(Collectors.joining());
    }

    private XWPFParagraph paragraph(DocxStyle style, String words) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(styles.get(style));
        paragraph.createRun().setText(words);
        return paragraph;
    }

    private void grid(Block.Grid grid) {
        paragraph(DocxStyle.CAPTION, grid.caption());
        new DocxTable(document, styles, textWidth()).write(grid);
        paragraph(DocxStyle.TABLE_NOTE, grid.note());
    }

    // ---- pages ----

    /** What follows lies on its side, on pages of the same size. */
    private void endPortrait() {
        XWPFParagraph last =
                document.getParagraphs().get(document.getParagraphs().size() - 1);
        last.getCTP().getPPr().setSectPr((CTSectPr) page.copy());
        CTPageSz size = page.isSetPgSz() ? page.getPgSz() : page.addNewPgSz();
        Object width = size.getW();
        size.setW(size.getH());
        size.setH(width);
        size.setOrient(STPageOrientation.LANDSCAPE);
    }

    private int textWidth() {
        if (!page.isSetPgSz() || !page.isSetPgMar()) {
            return DocxTable.USUAL_WIDTH;
        }
        return number(page.getPgSz().getW())
                - number(page.getPgMar().getLeft())
                - number(page.getPgMar().getRight());
    }

    private static int number(Object twips) {
        return ((BigInteger) twips).intValue();
    }
}
