package org.targetwatch.bench.speed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.targetwatch.Territory;

/** From nothing to ready, and what the program holds in memory then. First of all: it leaves an archive of classes for the others. */
@Order(1)
class StartBench {
    private static final int WARM = 2;

    @TempDir
    Path folder;

    private final Table table = new Table(
            "Start",
            "The plan of a city, to ready; cold: an empty folder, with initdb; warm: medians of %d starts (least–most) with the class"
                            .formatted(WARM)
                    + " archive, from Java 25 on the ahead-of-time cache, that a run between wrote when it ended; quick: with the"
                    + " quick compiler alone. Memory once all is judged: of the JVM, of all processes of the database.",
            "| " + Cost.COLUMNS + " | memory of the JVM, MB | of the database, MB");

    private record Started(Cost cost, double service, double database) {}

    @Test
    void start() throws Exception {
        Files.createDirectories(Service.ARCHIVE.getParent());
        Files.deleteIfExists(Service.ARCHIVE);
        Started cold = once();
        table.row("cold", cold.cost().shown(), cold.service(), cold.database());
        once(Service.archiving());
        row("warm");
        row("warm, quick", "-XX:TieredStopAtLevel=1");
        table.print();
    }

    private Started once(String... options) throws Exception {
        double before = System.nanoTime() / 1e6;
        try (Service service = Service.start(folder, "2020-11-05", List.of(Territory.CITY), options)) {
            Cost cost = service.cost().since(new Cost(before, 0, 0, 0));
            service.awaitJudged();
            long database = service.program().database().orElseThrow().pid();
            return new Started(cost, Cpu.memoryOfFamily(service.program().pid()), Cpu.memoryOfFamily(database));
        }
    }

    private void row(String name, String... options) throws Exception {
        List<Started> starts = new ArrayList<>();
        for (int start = 0; start < WARM; start++) {
            starts.add(once(options));
        }
        table.row(
                name,
                spread(starts, start -> start.cost().wall()),
                spread(starts, start -> start.cost().service()),
                spread(starts, start -> start.cost().compilers()),
                spread(starts, start -> start.cost().database()),
                spread(starts, Started::service),
                spread(starts, Started::database));
    }

    private static String spread(List<Started> starts, Function<Started, Double> value) {
        return Table.spread(starts.stream().map(value).toList());
    }
}
