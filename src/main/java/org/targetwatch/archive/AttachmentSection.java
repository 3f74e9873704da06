package org.targetwatch.archive;

import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.targetwatch.supervision.Attachment;
import org.targetwatch.supervision.SlipArchive;
import org.targetwatch.supervision.SlipArchive.KeptAttachment;

/** Files that go with replies. */
record AttachmentSection(SlipArchive slips) implements Section<KeptAttachment> {
    @Override
    public String type() {
        return "attachment";
    }

    /** A file is large; one is in memory at a time. */
    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public void each(String plan, Consumer<KeptAttachment> consumer) {
        slips.eachAttachment(plan, attachment -> consumer.accept(new KeptAttachment(attachment, attachment.hash())));
    }

    @Override
    public Line write(KeptAttachment kept, Line line) {
        Attachment attachment = kept.attachment();
        return line.with("slip", attachment.number())
                .with("step", attachment.seq())
                .with("name", attachment.name())
                .with("kind", attachment.type())
                .with("content", Base64.getEncoder().encodeToString(attachment.content()))
                .with("hash", kept.hash());
    }

    @Override
    public KeptAttachment read(String plan, Fields fields) {
        return new KeptAttachment(
                new Attachment(
                        fields.number("slip"),
                        fields.number("step"),
                        fields.text("name"),
                        fields.text("kind"),
                        Base64.getDecoder().decode(fields.text("content"))),
                fields.hash("hash"));
    }

    @Override
    public void restore(String plan, List<KeptAttachment> records) {
        slips.restoreAttachments(plan, records);
    }
}
