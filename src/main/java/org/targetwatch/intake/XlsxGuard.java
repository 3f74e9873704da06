package org.targetwatch.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Problem.Kind;
import org.targetwatch.web.Text;
import org.targetwatch.web.Violation;
import org.targetwatch.web.Violations;

/**
 * Looks through an archive before anybody trusts it: everything in it is inflated once, and thrown away, so that what
 * counts is what it really holds and not what it says. Refuses bombs, macros, links to elsewhere, embedded objects and
 * document types.
 */
final class XlsxGuard {
    private static final int ENTRIES = 1_000;
    private static final long MEGABYTE = 1024L * 1024L;
    /** All parts together. */
    private static final long INFLATED = 64 * MEGABYTE;
    /** A part other than a sheet: those are held in memory. */
    private static final long INFLATED_PART = 8 * MEGABYTE;
    /** More than a hundred to one, in a part worth mentioning, is no work of a spreadsheet program. */
    private static final long RATIO = 100;

    private static final long SMALL = MEGABYTE / 10;
    private static final int CHUNK = 8_192;
    private static final Pattern DOCUMENT_TYPE = Pattern.compile("<!(DOCTYPE|ENTITY)");
    private static final int LONGEST_MARK = 9;
    private static final Pattern MACRO = Pattern.compile("vbaproject|xl/macrosheets/|xl/dialogsheets/");
    private static final Pattern ELSEWHERE = Pattern.compile(
            "xl/(externallinks|embeddings|activex|querytables|model|webextensions)/|xl/connections\\.xml");

    private final ZipFile archive;
    private final Violations violations;
    private final Set<String> names = new HashSet<>();
    private long inflated;

    private XlsxGuard(ZipFile archive, Violations violations) {
        this.archive = archive;
        this.violations = violations;
    }

    /** Returns when the workbook may be read. */
    static void check(Path file, Violations violations) {
        try (ZipFile archive = ZipFile.builder().setPath(file).get()) {
            XlsxGuard guard = new XlsxGuard(archive, violations);
            guard.entries();
            guard.kind();
            violations.refuseIfAny();
        } catch (IOException | IllegalArgumentException damaged) {
            throw damaged();
        }
    }

    /** The answer to a file that is cut off or changed. */
    static Problem damaged() {
        return Problem.of(
                Kind.UNREADABLE,
                new Text(
                        "工作簿已损坏，无法读取。请在 Excel、WPS 或 LibreOffice 中重新打开并另存为 .xlsx，或重新下载填报表填写。",
                        "The workbook is damaged and cannot be read. Open it in Excel, WPS or LibreOffice and save it anew as .xlsx, or download and fill the form again."));
    }

    private void entries() throws IOException {
        Enumeration<ZipArchiveEntry> entries = archive.getEntries();
        while (entries.hasMoreElements()) {
            entry(entries.nextElement());
        }
    }

    private void entry(ZipArchiveEntry entry) throws IOException {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (!names.add(name) || names.size() > ENTRIES) {
            throw damaged();
        }
        refuse(MACRO, name, "E-MACRO", "宏", "a macro");
        refuse(ELSEWHERE, name, "E-EXTERNAL", "外部链接或嵌入对象", "a link to elsewhere or an embedded object");
        try (InputStream content = archive.getInputStream(entry)) {
            inflate(name, content, entry.getCompressedSize());
        }
    }

    private void refuse(Pattern forbidden, String name, String code, String zh, String en) {
        if (forbidden.matcher(name).find()) {
            Text message = Text.of(
                    "工作簿含有%s（%s），不予接收。请重新下载填报表，只填写数值后提交。",
                    "The workbook holds %s (%s), which is not taken. Download the form anew and fill in values only.",
                    new Text(zh, en),
                    Text.shown(name));
            violations.add(new Violation(null, Text.shown(name), code, message));
        }
    }

    private void inflate(String name, InputStream content, long compressed) throws IOException {
        boolean xml = name.endsWith(".xml") || name.endsWith(".rels");
        boolean held = xml && !name.startsWith("xl/worksheets/");
        long size = 0;
        String before = "";
        byte[] chunk = new byte[CHUNK];
        for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
            size += read;
            inflated += read;
            boolean bomb = size > SMALL && size > RATIO * compressed;
            if (bomb || inflated > INFLATED || held && size > INFLATED_PART) {
                throw tooLarge(name);
            }
            String text = before + new String(chunk, 0, read, StandardCharsets.ISO_8859_1);
            if (xml && DOCUMENT_TYPE.matcher(text).find()) {
                throw documentType(name);
            }
            before = text.substring(Math.max(0, text.length() - LONGEST_MARK));
        }
    }

    private static Problem tooLarge(String name) {
        return Problem.of(
                Kind.TOO_LARGE,
                Text.of(
                        "工作簿解压后过大（%s），已停止读取。请重新下载填报表，只填写数值后提交。",
                        "The workbook inflates beyond reason (%s); reading was ended. Download the form anew and fill in values only.",
                        Text.shown(name)));
    }

    private static Problem documentType(String name) {
        return Problem.of(
                Kind.UNREADABLE,
                Text.of(
                        "工作簿的 %s 中有文档类型或实体定义，表格软件不会写这些，不予接收。请重新下载填报表填写。",
                        "%s in the workbook declares a document type or entities, which no spreadsheet program writes; it is not taken. Download the form anew.",
                        Text.shown(name)));
    }

    /** A workbook has its place for the list of sheets; other archives are named for what they are. */
    private void kind() {
        if (!names.contains("[content_types].xml") || !names.contains("xl/workbook.xml")) {
            throw Content.mistaken(XlsxReader.MEDIA_TYPE, other());
        }
    }

    private Text other() {
        if (names.contains("xl/workbook.bin")) {
            return new Text("二进制工作簿（.xlsb）", "a binary workbook (.xlsb)");
        }
        if (names.contains("word/document.xml")) {
            return new Text("Word 文件", "a Word document");
        }
        return names.contains("mimetype")
                ? new Text("OpenDocument 文件（.ods）", "an OpenDocument file (.ods)")
                : new Text("压缩文件", "a ZIP archive");
    }
}
