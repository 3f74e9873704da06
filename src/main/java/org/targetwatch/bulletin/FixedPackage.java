package org.targetwatch.bulletin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;

/** Makes an Office file depend on its content alone: no entry in it carries the time at which it was written. */
final class FixedPackage {
    /** The earliest that a zip file can name. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private FixedPackage() {}

    /** Title and times of the file's properties are the bulletin's own. */
    static void describe(POIXMLDocument document, Bulletin bulletin) {
        CoreProperties core = document.getProperties().getCoreProperties();
        Optional<Date> stamp =
                Optional.of(Date.from(Instant.parse(bulletin.head().stamp())));
        core.setTitle(bulletin.head().fullTitle());
        core.setCreator(bulletin.sign().get(0));
        core.setLastModifiedByUser(bulletin.sign().get(0));
        core.setCreated(stamp);
        core.setModified(stamp);
    }

    /** The same entries in the same order, with a fixed time. */
    static byte[] of(byte[] written) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(written));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry fixed = new ZipEntry(entry.getName());
                fixed.setTimeLocal(NO_TIME);
                out.putNextEntry(fixed);
                in.transferTo(out);
            }
        }
        return bytes.toByteArray();
    }
}
