package org.targetwatch.web;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** The languages in which people are answered. Chinese unless English is asked for. */
public enum Language {
    ZH("zh-CN"),
    EN("en");

    private static final List<Locale> SPOKEN = List.of(Locale.CHINESE, Locale.ENGLISH);

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The language tag of {@code Content-Language}. */
    public String tag() {
        return tag;
    }

    /** The best language for a header {@code Accept-Language}; an absent or unreadable one means Chinese. */
    public static Language of(@Nullable String acceptLanguage) {
        return acceptLanguage != null && Locale.ENGLISH.equals(best(acceptLanguage)) ? EN : ZH;
    }

    private static @Nullable Locale best(String acceptLanguage) {
        try {
            return Locale.lookup(LanguageRange.parse(acceptLanguage), SPOKEN);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
