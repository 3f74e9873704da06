package org.targetwatch.catalogue;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import org.targetwatch.catalogue.Mistakes.CatalogueRefusedException;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

/** Reads the catalogue files when the program starts, before anyone asks for a plan. A mistake ends the start. */
@ApplicationScoped
class CatalogueStart {
    /** {@code EX_CONFIG} of sysexits.h: starting again does not help before a person did something. */
    private static final int EXIT_CODE = 78;

    private final CatalogueConfig config;
    private final Catalogue catalogue;

    CatalogueStart(CatalogueConfig config, Catalogue catalogue) {
        this.config = config;
        this.catalogue = catalogue;
    }

    void load(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent starting) {
        try {
            load();
        } catch (CatalogueRefusedException refused) {
            // As the innermost cause it is answered with its message alone, for a stack trace says nothing about a
            // file; thrown bare it would be swallowed, and the program would wait for ever.
            throw new IllegalStateException(new PreventFurtherStepsException(refused.getMessage(), EXIT_CODE));
        } catch (Problem refused) {
            Text detail = refused.detail();
            throw new IllegalStateException(
                    new PreventFurtherStepsException(detail.zh() + System.lineSeparator() + detail.en(), EXIT_CODE));
        }
    }

    /** Throws {@link CatalogueRefusedException} for mistakes in the files; then nothing is stored. */
    void load() {
        Mistakes mistakes = new Mistakes();
        checkDueDay(mistakes);
        List<SeedFile> files = config.seeds()
                .map(folder -> SeedFolder.at(folder, mistakes))
                .orElseGet(() -> SeedFolder.packaged(mistakes));
        catalogue.store(new SeedsReader(mistakes, config.dueDay()).read(files));
    }

    private void checkDueDay(Mistakes mistakes) {
        if (config.dueDay() < 1 || config.dueDay() > 28) {
            mistakes.add(
                    new Place("targetwatch.due-day", 1, ""),
                    Text.of("“%s”应为 1 到 28", "'%s' does not lie from 1 to 28", config.dueDay()));
        }
    }
}
