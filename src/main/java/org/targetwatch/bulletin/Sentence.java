package org.targetwatch.bulletin;

import java.util.ArrayList;
import java.util.List;
import org.targetwatch.bulletin.Bulletin.Block.Paragraph;
import org.targetwatch.bulletin.Bulletin.Phrase;

/** Builds a paragraph of words and numbers, one after the other. */
final class Sentence {
    private final List<Phrase> phrases = new ArrayList<>();

    static Sentence of(String words) {
        return new Sentence().say(words);
    }

    Sentence say(String words) {
        return say(Phrase.of(words));
    }

    Sentence say(Phrase phrase) {
        phrases.add(phrase);
        return this;
    }

    Sentence say(List<Phrase> some) {
        phrases.addAll(some);
        return this;
    }

    /** Nothing for 0 of them: “，滞后3项”. */
    Sentence sayCount(String before, long count, String after) {
        return count == 0 ? this : say(before + count + after);
    }

    List<Phrase> phrases() {
        return List.copyOf(phrases);
    }

    Paragraph paragraph() {
        return new Paragraph(phrases());
    }

    static Paragraph paragraph(String words) {
        return of(words).paragraph();
    }
}
