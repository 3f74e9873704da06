package org.targetwatch.archive;

import java.util.List;
import java.util.function.Consumer;
import org.targetwatch.bulletin.BulletinArchive;
import org.targetwatch.bulletin.WrittenText;

/** Everything that people wrote into bulletins. */
record BulletinTextSection(BulletinArchive bulletins) implements Section<WrittenText> {
    @Override
    public String type() {
        return "draft";
    }

    @Override
    public void each(String plan, Consumer<WrittenText> consumer) {
        bulletins.eachText(plan, consumer);
    }

    @Override
    public Line write(WrittenText written, Line line) {
        return line.with("period", written.period())
                .with("number", written.number())
                .with("content", written.content())
                .with("recordedAt", written.recordedAt())
                .with("recordedBy", written.recordedBy());
    }

    @Override
    public WrittenText read(String plan, Fields fields) {
        return new WrittenText(
                fields.period("period"),
                fields.number("number"),
                fields.text("content"),
                fields.moment("recordedAt"),
                fields.text("recordedBy"));
    }

    @Override
    public void restore(String plan, List<WrittenText> records) {
        bulletins.restoreTexts(plan, records);
    }
}
