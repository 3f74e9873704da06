package org.targetwatch.bulletin;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A bulletin as one would read it aloud: paragraphs as lines, cells of tables between bars. */
final class PlainText {
    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    static String of(JsonPath bulletin) {
        PlainText plain = new PlainText();
        bulletin.<String>getList("head.title").forEach(plain::line);
        for (String line : List.of("issue", "asOf")) {
            plain.line(bulletin.getString("head." + line));
        }
        bulletin.<Map<String, Object>>getList("chapters").forEach(plain::chapter);
        bulletin.<String>getList("sign").forEach(plain::line);
        bulletin.<String>getList("notes").forEach(plain::line);
        bulletin.<Map<String, Object>>getList("annexes").forEach(plain::grid);
        return plain.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void chapter(Map<String, Object> chapter) {
        line("");
        line((String) chapter.get("heading"));
        list(chapter.get("blocks")).forEach(this::block);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object json) {
        return (List<Map<String, Object>>) json;
    }

    private void block(Map<String, Object> block) {
        switch ((String) block.get("kind")) {
            case "subheading" -> line((String) block.get("text"));
            case "paragraph" ->
                line(list(block.get("phrases")).stream()
                        .map(phrase -> (String) phrase.get("text"))
                        .collect(Collectors.joining()));
            default -> grid(block);
        }
    }

    private void grid(Map<String, Object> grid) {
        line("【" + grid.get("caption") + "】");
        line(String.join(
                " | ",
                ((List<?>) grid.get("columns")).stream().map(String::valueOf).toList()));
        ((List<?>) grid.get("rows"))
                .forEach(row -> line(list(row).stream()
                        .map(phrase -> (String) phrase.get("text"))
                        .collect(Collectors.joining(" | "))));
        line((String) grid.get("note"));
    }
}
