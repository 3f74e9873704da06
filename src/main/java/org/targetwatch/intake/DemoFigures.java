package org.targetwatch.intake;

import com.fasterxml.jackson.core.JacksonException;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.figure.Batch;
import org.targetwatch.figure.Figure;
import org.targetwatch.figure.Figures;
import org.targetwatch.figure.Figures.Filter;
import org.targetwatch.scorecard.Scorecards;
import org.targetwatch.web.Malformed;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/**
 * Posts the synthetic figures of a demonstration when the program starts, in the order of their file names, by the same
 * code as a call. Starting again posts nothing again, and leaves what people have posted since.
 */
@ApplicationScoped
class DemoFigures {
    /** Who has recorded the demonstration's figures. */
    static final String RECORDED_BY = "demo";

    private static final int AFTER_THE_CATALOGUE = Interceptor.Priority.LIBRARY_BEFORE + 100;
    private static final int AFTER_THE_JUDGING_STARTED = Interceptor.Priority.LIBRARY_AFTER + 100;
    /** {@code EX_CONFIG} of sysexits.h: starting again would not help before a person did something. */
    private static final int EXIT_CODE = 78;

    private static final int LOOKS_AT_MOST = 1_200;
    private static final int MILLIS_BETWEEN = 50;

    private final Catalogue catalogue;
    private final Intake intake;
    private final Figures figures;
    private final Scorecards scorecards;
    private final Optional<String> folder;

    /** @param folder a packaged folder named like the plan whose figures it holds; empty: there is no demonstration */
    DemoFigures(
            Catalogue catalogue,
            Intake intake,
            Figures figures,
            Scorecards scorecards,
            @ConfigProperty(name = "targetwatch.demo") Optional<String> folder) {
        this.catalogue = catalogue;
        this.intake = intake;
        this.figures = figures;
        this.scorecards = scorecards;
        this.folder = folder;
    }

    /** A file and what was read from it. */
    private record Arrival(Path file, Reading reading) {
        Batch batch() {
            return reading.batch();
        }
    }

    /** Before any thread of ours has begun, so that a refusal ends the program. */
    void post(@Observes @Priority(AFTER_THE_CATALOGUE) StartupEvent starting) {
        try {
            folder.ifPresent(this::post);
        } catch (PreventFurtherStepsException refused) {
            // As the innermost cause it is answered with its message alone; thrown bare it would be swallowed, and the
            // program would wait for ever.
            throw new IllegalStateException(refused);
        }
    }

    /** Returns when everything is judged. HTTP opens after that, so nobody sees half of it. */
    void awaitJudged(@Observes @Priority(AFTER_THE_JUDGING_STARTED) StartupEvent starting) throws InterruptedException {
        int looks = 0;
        while (folder.isPresent() && scorecards.backlog().size() > 0 && looks++ < LOOKS_AT_MOST) {
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN);
        }
    }

    /** Throws {@link PreventFurtherStepsException}, whose message is for people, at the first file with a mistake. */
    void post(String packagedFolder) {
        URL found = Thread.currentThread().getContextClassLoader().getResource(packagedFolder);
        if (found == null) {
            throw refused(Text.of(
                    "没有演示数据 %s，请检查配置 targetwatch.demo。",
                    "There are no demonstration figures %s; see the setting targetwatch.demo.", packagedFolder));
        }
        ClassPathUtils.consumeAsPath(found, this::postAll);
    }

    private void postAll(Path files) {
        try {
            List<Arrival> arrivals = read(files);
            refuseOtherFigures(arrivals.get(0).batch());
            arrivals.stream().filter(arrival -> !wasPosted(arrival.batch())).forEach(this::store);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All of them before the first is posted: a mistake in the last stops the start as one in the first does. */
    private List<Arrival> read(Path files) throws IOException {
        try (Stream<Path> found = Files.list(files)) {
            List<Arrival> arrivals = new ArrayList<>();
            for (Path file : found.filter(DemoFigures::isJson).sorted().toList()) {
                arrivals.add(new Arrival(file, read(String.valueOf(files.getFileName()), file)));
            }
            return arrivals;
        }
    }

    private void store(Arrival arrival) {
        try {
            intake.store(arrival.reading);
        } catch (Problem problem) {
            throw refused(arrival.file, problem);
        }
    }

    private static boolean isJson(Path file) {
        return file.toString().endsWith(".json");
    }

    private Reading read(String plan, Path file) throws IOException {
        try (InputStream json = Files.newInputStream(file)) {
            return intake.batch(Sender.ofAll(catalogue.require(plan), RECORDED_BY), JsonReader::read, json, day(file));
        } catch (Problem problem) {
            throw refused(file, problem);
        } catch (JacksonException malformed) {
            throw refused(file, Malformed.of(malformed));
        }
    }

    /** The day on which the file pretends to arrive begins its name: {@code 2020-02-05-january.json}. */
    private static LocalDate day(Path file) {
        return LocalDate.parse(String.valueOf(file.getFileName()).substring(0, "2020-02-05".length()));
    }

    private static PreventFurtherStepsException refused(Path file, Problem problem) {
        return refused(Text.of("%s：%s", "%s: %s", file.getFileName(), everything(problem)));
    }

    private static Text everything(Problem problem) {
        return problem.violations().first().stream()
                .map(violation -> violation.message())
                .reduce(problem.detail(), (one, other) -> Text.of("%s%n  %s", "%s%n  %s", one, other));
    }

    /** A file is posted whole or not at all, and each begins with a figure that nobody has said before. */
    private boolean wasPosted(Batch batch) {
        Figure first = batch.figures().get(0);
        return figures.history(batch.plan(), first.key()).stream()
                .anyMatch(revision -> revision.recordedBy().equals(RECORDED_BY)
                        && revision.figure().amount().sameAs(first.amount()));
    }

    /** Synthetic figures must never get among real ones. */
    private void refuseOtherFigures(Batch first) {
        boolean hasFigures = !figures.current(catalogue.require(first.plan()), Filter.ANY, Optional.empty(), 1)
                .isEmpty();
        if (hasFigures && !wasPosted(first)) {
            throw refused(
                    new Text(
                            "数据库中已有并非演示数据的填报数据，不能混入合成数据。请不要以 demo 配置启动，或改用别的数据目录（targetwatch.data-dir）。",
                            "The database holds figures that are not the demonstration's; synthetic ones must not get among them. Start without the profile demo, or on another data folder (targetwatch.data-dir)."));
        }
    }

    private static PreventFurtherStepsException refused(Text why) {
        return new PreventFurtherStepsException(
                "演示数据未能载入，程序没有启动。%n%s%n%nThe demonstration could not be loaded; the program has not started.%n%s"
                        .formatted(why.zh(), why.en()),
                EXIT_CODE);
    }
}
