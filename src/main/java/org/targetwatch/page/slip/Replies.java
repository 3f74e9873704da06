package org.targetwatch.page.slip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.targetwatch.supervision.Seen;
import org.targetwatch.supervision.Slip;
import org.targetwatch.supervision.SlipDesk;
import org.targetwatch.supervision.SlipForms;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** What a region sends in one go: a reply with its files, all or nothing. */
@ApplicationScoped
class Replies {
    private final SlipDesk desk;

    Replies(SlipDesk desk) {
        this.desk = desk;
    }

    /** A file as it came from a browser. */
    record File(String name, byte[] content) {}

    @Transactional
    Slip reply(Seen seen, SlipForms.Reply form, List<File> files) {
        desk.reply(seen, form);
        return with(seen, files);
    }

    @Transactional
    Slip attach(Seen seen, List<File> files) {
        if (files.isEmpty()) {
            throw Problem.conflict(new Text("请先选择文件。", "Choose a file first."));
        }
        return with(seen, files);
    }

    private Slip with(Seen seen, List<File> files) {
        Seen since = new Seen(seen.plan(), seen.number(), Optional.empty());
        files.forEach(file -> desk.attach(since, file.name(), file.content()));
        return desk.one(seen.plan(), seen.number());
    }
}
