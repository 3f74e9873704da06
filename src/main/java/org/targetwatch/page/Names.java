package org.targetwatch.page;

import java.util.regex.Pattern;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/** The names of regions. */
public final class Names {
    /** 峨边彝族自治县 is 峨边 to everybody. */
    private static final Pattern AUTONOMOUS = Pattern.compile("^(.{2,}?)(?:.{1,4}族)+自治[县州旗]$");

    private Names() {}

    /** The code of one that the plan does not have any more. */
    public static Text of(Plan plan, String code) {
        return plan.regions()
                .find(code)
                .map(region -> new Text(region.name(), region.english()))
                .orElse(new Text(code, code));
    }

    public static String of(Plan plan, String code, Language language) {
        return of(plan, code).in(language);
    }

    /** For the head of a narrow column. */
    public static String brief(Plan plan, String code, Language language) {
        Text name = of(plan, code);
        return language == Language.EN
                ? name.en().replaceFirst(" (District|County|City|Yi Autonomous County)$", "")
                : AUTONOMOUS.matcher(name.zh()).replaceFirst("$1");
    }
}
