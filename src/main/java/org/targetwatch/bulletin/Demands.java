package org.targetwatch.bulletin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.targetwatch.bulletin.Bulletin.Block;
import org.targetwatch.measure.Period;

/** 下一步要求: what people wrote, or until then what follows from the chapters before. */
final class Demands {
    private Demands() {}

    static List<Block> of(Reading reading, BulletinText text) {
        List<String> lines = Optional.ofNullable(text.demands())
                .map(written -> written.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList())
                .orElseGet(() -> usual(reading));
        return lines.stream().<Block>map(Sentence::paragraph).toList();
    }

    private static List<String> usual(Reading reading) {
        Period next = reading.nextDue();
        LocalDate due = reading.plan().dueDays().of(next);
        List<String> demands = new ArrayList<>();
        if (reading.lagging().findAny().isPresent()) {
            demands.add("滞后事项的责任单位要查明原因，提出措施和新的完成时限，于" + Words.day(due) + "前书面报送。");
        }
        if (reading.months().stream().anyMatch(month -> !NotInTime.isComplete(month))) {
            demands.add("尚未报齐数据的单位要立即补报。");
        }
        if (!next.isAfter(reading.plan().lastPeriod())) {
            demands.add("各单位要核准" + Words.month(next) + "数据，于" + Words.day(due) + "前报送。");
        }
        List<String> numbered = new ArrayList<>();
        demands.forEach(demand -> numbered.add((numbered.size() + 1) + "." + demand));
        return numbered;
    }
}
