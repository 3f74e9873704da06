package org.targetwatch.catalogue;

/**
 * Where something stands in a catalogue file.
 *
 * @param line from 1
 * @param key the way to it, as in {@code indicators[preprimary-ger].unit}; empty for the file itself
 */
record Place(String file, int line, String key) {

    /** The place of {@code name} inside this one. */
    Place child(int line, String name) {
        return new Place(file, line, key.isEmpty() ? name : key + "." + name);
    }

    /** The place of the list element {@code label}. */
    Place element(int line, String label) {
        return new Place(file, line, key + "[" + label + "]");
    }

    @Override
    public String toString() {
        return file + ":" + line + (key.isEmpty() ? "" : " " + key);
    }
}
