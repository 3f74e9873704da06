package org.targetwatch.bulletin;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.targetwatch.web.Problem;

/** Lays bulletins out. The same bulletin gives the same bytes, whenever it is laid out. */
@ApplicationScoped
class Papers {
    private final Template html;
    private final HouseTemplate house;

    Papers(@Location("bulletin.html") Template html, HouseTemplate house) {
        this.html = html;
        this.house = house;
    }

    /** @throws Problem when the house's template cannot be used */
    byte[] file(Bulletin bulletin, Format format) {
        try {
            return switch (format) {
                case HTML -> html.data("paper", bulletin).render().getBytes(StandardCharsets.UTF_8);
                case DOCX -> DocxPaper.of(bulletin, house.open());
                case XLSX -> XlsxPaper.of(bulletin);
            };
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    KeptBulletin kept(Issued issued, Bulletin bulletin) {
        return new KeptBulletin(
                issued,
                PaperJson.of(bulletin),
                file(bulletin, Format.HTML),
                file(bulletin, Format.DOCX),
                file(bulletin, Format.XLSX));
    }
}
