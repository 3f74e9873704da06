package org.targetwatch.catalogue;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.targetwatch.web.Text;

/** Collects what is wrong in catalogue files, so that people see every mistake in one go and not one per start. */
final class Mistakes {

    /** One thing wrong; {@code what} is a clause that names the bad value and what is allowed. */
    record Mistake(Place place, Text what) {
        @Override
        public String toString() {
            return place + "\n  " + what.zh() + "。\n  " + what.en() + ".";
        }
    }

    /** The catalogue cannot be used; the message lists every mistake for people. */
    static final class CatalogueRefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CatalogueRefusedException(String message) {
            super(message);
        }
    }

    private final List<Mistake> found = new ArrayList<>();

    void add(Place place, Text what) {
        found.add(new Mistake(place, what));
    }

    List<Mistake> found() {
        return List.copyOf(found);
    }

    /** Throws {@link CatalogueRefusedException} when anything was found. */
    void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new CatalogueRefusedException(message());
        }
    }

    private String message() {
        return "目录文件有 %d 处错误，程序没有启动。%n%d mistakes in the catalogue files; the program has not started.%n%n"
                        .formatted(found.size(), found.size())
                + found.stream().map(Mistake::toString).collect(joining("\n"));
    }
}
