package org.targetwatch.archive;

import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.targetwatch.bulletin.BulletinArchive;
import org.targetwatch.bulletin.Issued;
import org.targetwatch.bulletin.KeptBulletin;

/** Every issued bulletin, with its files as they were issued. */
record BulletinSection(BulletinArchive bulletins) implements Section<KeptBulletin> {
    @Override
    public String type() {
        return "bulletin";
    }

    @Override
    public void each(String plan, Consumer<KeptBulletin> consumer) {
        bulletins.each(plan, consumer);
    }

    @Override
    public Line write(KeptBulletin kept, Line line) {
        Issued issued = kept.issued();
        return line.with("number", issued.number())
                .with("period", issued.period())
                .with("knownAt", issued.knownAt())
                .with("issuedAt", issued.issuedAt())
                .with("issuedBy", issued.issuedBy())
                .with("text", issued.text())
                .with("catalogueVersion", issued.catalogueVersion())
                .with("seal", issued.seal())
                .with("model", kept.model())
                .with("html", base64(kept.html()))
                .with("docx", base64(kept.docx()))
                .with("xlsx", base64(kept.xlsx()))
                .with("hash", issued.hash());
    }

    private static String base64(byte[] file) {
        return Base64.getEncoder().encodeToString(file);
    }

    @Override
    public KeptBulletin read(String plan, Fields fields) {
        Issued issued = new Issued(
                fields.number("number"),
                fields.period("period"),
                fields.moment("knownAt"),
                fields.moment("issuedAt"),
                fields.text("issuedBy"),
                fields.number("text"),
                fields.number("catalogueVersion"),
                fields.optionalHash("seal"),
                fields.hash("hash"));
        return new KeptBulletin(
                issued, fields.text("model"), fields.file("html"), fields.file("docx"), fields.file("xlsx"));
    }

    @Override
    public void restore(String plan, List<KeptBulletin> records) {
        bulletins.restore(plan, records);
    }
}
