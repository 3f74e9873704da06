package org.targetwatch.measure;

import java.util.Arrays;
import java.util.Optional;

/** A constant with a stable name of its own, as written in catalogue files, in JSON and in labels. */
public interface Coded {
    /** The stable name; changing one breaks stored data and other people's queries. */
    String code();

    static <E extends Enum<E> & Coded> Optional<E> parse(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.code().equals(code))
                .findFirst();
    }
}
