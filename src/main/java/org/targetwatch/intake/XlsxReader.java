package org.targetwatch.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.function.Consumer;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.SharedStrings;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Violations;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the form that {@link XlsxTemplate} makes when it comes back filled, as a stream of rows. */
final class XlsxReader {
    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private XlsxReader() {}

    /** See {@link Format}. */
    static Signed read(Plan plan, InputStream body, Consumer<Row> rows, Violations violations) throws IOException {
        InputStream content = Content.expect(Content.OF_XLSX, MEDIA_TYPE, body);
        try (Spool spool = Spool.of(content)) {
            XlsxGuard.check(spool.file(), violations);
            XlsxForm form = new XlsxForm(plan, rows, violations);
            workbook(spool, form::row);
            return form.signed();
        }
    }

    private static void workbook(Spool spool, Consumer<SheetRow> rows) {
        try (OPCPackage workbook = OPCPackage.open(spool.file().toFile(), PackageAccess.READ)) {
            sheets(new XSSFReader(workbook), new ReadOnlySharedStringsTable(workbook, false), rows);
        } catch (Problem refused) {
            throw refused;
        } catch (IOException
                | OpenXML4JException
                | SAXException
                | ParserConfigurationException
                | RuntimeException damaged) {
            // The library tells a part that is missing, cut off or out of range by exceptions of every kind.
            throw XlsxGuard.damaged();
        }
    }

    private static void sheets(XSSFReader workbook, SharedStrings strings, Consumer<SheetRow> rows)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        SheetStyles styles = new SheetStyles();
        parse(workbook.getStylesData(), styles);
        Iterator<InputStream> sheets = workbook.getSheetsData();
        while (sheets.hasNext()) {
            parse(sheets.next(), new SheetHandler(strings, styles, rows));
        }
    }

    private static void parse(InputStream part, DefaultHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        try (part) {
            XMLReader xml = XMLHelper.newXMLReader();
            xml.setContentHandler(handler);
            xml.parse(new InputSource(part));
        }
    }
}
