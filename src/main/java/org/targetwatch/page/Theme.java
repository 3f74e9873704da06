package org.targetwatch.page;

import java.util.List;
import org.targetwatch.web.Text;

/** In which light a page is shown. */
record Theme(String code, Text name) {
    static final String AUTO = "auto";
    static final List<Theme> ALL = List.of(
            new Theme(AUTO, new Text("随系统", "Auto")),
            new Theme("light", new Text("浅色", "Light")),
            new Theme("dark", new Text("深色", "Dark")));

    static boolean isKnown(String code) {
        return ALL.stream().anyMatch(theme -> theme.code.equals(code));
    }
}
