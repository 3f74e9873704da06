package org.targetwatch.bulletin;

import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;

/** The styles a bulletin is written in, by the names Word shows; a template decides what they look like. */
enum DocxStyle {
    TITLE("Title"),
    SUBTITLE("Subtitle"),
    HEADING("heading 1"),
    SUBHEADING("heading 2"),
    TEXT("Body Text"),
    SIGNATURE("Signature"),
    CAPTION("caption"),
    TABLE("Table Grid"),
    TABLE_HEADING("通报表头"),
    TABLE_TEXT("通报表格"),
    TABLE_NOTE("通报表注"),
    COLOPHON("通报版记");

    private final String styleName;

    DocxStyle(String styleName) {
        this.styleName = styleName;
    }

    String styleName() {
        return styleName;
    }

    /** Ids differ from one language of Word to another, the names of its own styles do not. */
    Optional<String> idIn(XWPFDocument document) {
        return Optional.ofNullable(document.getStyles())
                .map(styles -> styles.getStyleWithName(styleName))
                .map(XWPFStyle::getStyleId);
    }
}
