package org.targetwatch.catalogue;

import java.io.StringReader;
import java.util.Optional;
import org.targetwatch.web.Text;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A catalogue file, YAML or JSON (every JSON text is YAML).
 *
 * @param name for messages
 */
record SeedFile(String name, String text) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** A country's regions down to its townships are some five million characters. */
    private static final int MAX_CHARACTERS = 50_000_000;

    boolean holdsRegions() {
        return name.endsWith("/regions.yaml");
    }

    /** The file's content; empty, with a mistake, when it is no YAML or has none. */
    Optional<SeedValue> read(Mistakes mistakes) {
        try {
            Node root = yaml().compose(new StringReader(withoutByteOrderMark()));
            if (root != null) {
                return Optional.of(new SeedValue(mistakes, new Place(name, 1, ""), root));
            }
            mistakes.add(new Place(name, 1, ""), new Text("文件是空的", "the file is empty"));
        } catch (MarkedYAMLException unreadable) {
            mistakes.add(new Place(name, lineOf(unreadable), ""), notYaml(unreadable.getProblem()));
        } catch (YAMLException unreadable) {
            mistakes.add(new Place(name, 1, ""), notYaml(unreadable.getMessage()));
        }
        return Optional.empty();
    }

    /** Some editors write one; it is no part of the content. */
    private String withoutByteOrderMark() {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static int lineOf(MarkedYAMLException unreadable) {
        return unreadable.getProblemMark() == null
                ? 1
                : unreadable.getProblemMark().getLine() + 1;
    }

    private static Text notYaml(String problem) {
        return Text.of("不是正确的 YAML：%s", "not well-formed YAML: %s", problem);
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        // No file needs aliases of lists or maps, and a few lines of them can stand for more than memory holds.
        options.setMaxAliasesForCollections(0);
        return new Yaml(new SafeConstructor(options));
    }
}
