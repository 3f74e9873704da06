package org.targetwatch.bulletin;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.targetwatch.audit.Chain;
import org.targetwatch.audit.Content;
import org.targetwatch.audit.Hash;
import org.targetwatch.measure.Period;
import org.targetwatch.rows.Column;
import org.targetwatch.rows.PlanTable;

/**
 * An issued bulletin with its files, as it is kept for ever.
 *
 * @param model the {@link Bulletin} as JSON
 */
public record KeptBulletin(Issued issued, String model, byte[] html, byte[] docx, byte[] xlsx) {
    static final PlanTable<KeptBulletin> TABLE = new PlanTable<>(
            "bulletin",
            "number",
            List.of(
                    new Column<>("number", "integer", kept -> kept.issued.number()),
                    new Column<>(
                            "period", "integer", kept -> kept.issued.period().index()),
                    new Column<>("known_at", "timestamptz", kept -> kept.issued.knownAt()),
                    new Column<>("issued_at", "timestamptz", kept -> kept.issued.issuedAt()),
                    new Column<>("issued_by", "text", kept -> kept.issued.issuedBy()),
                    new Column<>("text", "integer", kept -> kept.issued.text()),
                    new Column<>("catalogue_version", "integer", kept -> kept.issued.catalogueVersion()),
                    new Column<>("seal", "bytea", kept -> Optional.ofNullable(kept.issued.seal())
                            .map(Hash::bytes)
                            .orElse(null)),
                    new Column<>("model", "text", KeptBulletin::model),
                    new Column<>("html", "bytea", KeptBulletin::html),
                    new Column<>("docx", "bytea", KeptBulletin::docx),
                    new Column<>("xlsx", "bytea", KeptBulletin::xlsx),
                    new Column<>("hash", "bytea", kept -> kept.issued.hash().bytes())),
            KeptBulletin::read);

    static KeptBulletin read(ResultSet row) throws SQLException {
        return new KeptBulletin(
                readIssued(row),
                row.getString("model"),
                row.getBytes("html"),
                row.getBytes("docx"),
                row.getBytes("xlsx"));
    }

    static Issued readIssued(ResultSet row) throws SQLException {
        byte[] seal = row.getBytes("seal");
        return new Issued(
                row.getInt("number"),
                Period.ofIndex(row.getInt("period")),
                instant(row, "known_at"),
                instant(row, "issued_at"),
                row.getString("issued_by"),
                row.getInt("text"),
                row.getInt("catalogue_version"),
                seal == null ? null : Hash.of(seal),
                Hash.of(row.getBytes("hash")));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public byte[] file(Format format) {
        return switch (format) {
            case HTML -> html;
            case DOCX -> docx;
            case XLSX -> xlsx;
        };
    }

    /** This behind {@code before}, with the hash that follows. */
    KeptBulletin after(Chain.Head before, String plan) {
        Issued hashed = new Issued(
                issued.number(),
                issued.period(),
                issued.knownAt(),
                issued.issuedAt(),
                issued.issuedBy(),
                issued.text(),
                issued.catalogueVersion(),
                issued.seal(),
                before.then(content(plan)).hash());
        return new KeptBulletin(hashed, model, html, docx, xlsx);
    }

    private Content content(String plan) {
        return issued.content(plan)
                .with("model", sha256(model.getBytes(StandardCharsets.UTF_8)))
                .with("html", sha256(html))
                .with("docx", sha256(docx))
                .with("xlsx", sha256(xlsx));
    }

    private static String sha256(byte[] file) {
        return Hash.of(Hash.sha256().digest(file)).hex();
    }

    /** This as a link, to be verified. */
    Chain.Link link(String plan) {
        return new Chain.Link(issued.number(), content(plan), issued.hash());
    }
}
