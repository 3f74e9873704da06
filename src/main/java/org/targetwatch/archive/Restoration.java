package org.targetwatch.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.DataException;
import org.jspecify.annotations.Nullable;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** Stores what an archive holds, some records at a time, and turns what the features refuse into lines of it. */
final class Restoration {
    private final String plan;
    private final ArchiveReader reader;
    private @Nullable Fields line;

    /** @param reader whose header was read */
    Restoration(String plan, ArchiveReader reader) throws IOException {
        this.plan = plan;
        this.reader = reader;
        this.line = reader.next();
    }

    /** Stores the records of a type where they are next. */
    <T> void restore(Section<T> section) throws IOException {
        while (isNext(section)) {
            int first = line.line();
            List<T> records = new ArrayList<>();
            while (records.size() < section.atOnce() && isNext(section)) {
                records.add(read(section, line));
                line = reader.next();
            }
            store(section, records, first);
        }
    }

    private boolean isNext(Section<?> section) {
        return line != null && line.type().equals(section.type());
    }

    private <T> T read(Section<T> section, Fields fields) {
        try {
            T read = section.read(plan, fields);
            fields.refuseOthers();
            return read;
        } catch (IllegalArgumentException contradiction) {
            throw Refusal.line(fields.line(), new Text("各字段的值互相矛盾。", "its values contradict each other."));
        }
    }

    private <T> void store(Section<T> section, List<T> records, int first) {
        try {
            section.restore(plan, records);
        } catch (Problem refused) {
            throw Refusal.of(refused, first);
        } catch (ConstraintViolationException | DataException refused) {
            throw Refusal.byDatabase(first, first + records.size() - 1);
        }
    }

    /** Refuses a record that no section has taken. */
    void refuseOthers() {
        if (line != null) {
            throw Refusal.line(
                    line.line(),
                    Text.of(
                            "类型“%s”不认识，或不在应有的位置。",
                            "the type '%s' is unknown, or does not belong here.", Text.shown(line.type())));
        }
    }

    /** Refuses an archive whose first record is not of this type. */
    void requireNext(Section<?> section) {
        if (!isNext(section)) {
            throw Refusal.damaged(2, Text.of("缺少类型为 %s 的行。", "there is no line of type %s.", section.type()));
        }
    }
}
