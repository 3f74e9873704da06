package org.targetwatch.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence for people in both languages; which one is shown is decided where the answer leaves the program. */
public record Text(String zh, String en) {
    private static final int SHOWN_LENGTH = 60;
    private static final Pattern BILINGUAL = Pattern.compile("(.*\\p{IsHan}.*?) / (\\p{Alpha}.*)");

    /** Fills {@code %s} in both sentences; an argument that is itself a {@code Text} appears in the sentence's language. */
    public static Text of(String zh, String en, Object... arguments) {
        return new Text(filled(zh, Language.ZH, arguments), filled(en, Language.EN, arguments));
    }

    private static String filled(String sentence, Language language, Object... arguments) {
        return String.format(
                Locale.ROOT,
                sentence,
                Arrays.stream(arguments)
                        .map(argument -> argument instanceof Text text ? text.in(language) : argument)
                        .toArray());
    }

    /** What a catalogue writes in one line, 中文 / English; a line that is not written so is the same in both. */
    public static Text bilingual(String line) {
        Matcher both = BILINGUAL.matcher(line);
        return both.matches() ? new Text(both.group(1), both.group(2)) : new Text(line, line);
    }

    /** A value someone sent, fit to stand in a message: cut after 60 characters, without those that cannot be shown. */
    public static String shown(String sent) {
        StringBuilder shown = new StringBuilder();
        sent.codePoints()
                .limit(SHOWN_LENGTH)
                .map(character -> isPlain(character) ? character : ' ')
                .forEach(shown::appendCodePoint);
        return sent.codePointCount(0, sent.length()) > SHOWN_LENGTH ? shown + "…" : shown.toString();
    }

    /** Whether every character of {@code sent} can be stored and shown; half a surrogate pair cannot. */
    public static boolean isPlain(String sent) {
        return sent.codePoints().allMatch(Text::isPlain);
    }

    private static boolean isPlain(int character) {
        return !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE;
    }

    public String in(Language language) {
        return language == Language.EN ? en : zh;
    }
}
