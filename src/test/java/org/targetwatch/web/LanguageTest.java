package org.targetwatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            -                          | ZH
            ''                         | ZH
            zh-CN                      | ZH
            zh-TW                      | ZH
            en                         | EN
            en-US,en;q=0.9             | EN
            zh;q=0.9,en;q=0.8          | ZH
            zh;q=0.1,en;q=0.8          | EN
            fr,en;q=0.5                | EN
            fr                         | ZH
            *                          | ZH
            ;;;q=nonsense              | ZH
            """)
    void header_ofAnyKind_picksTheBestWeSpeak(@Nullable String header, Language expected) {
        assertThat(Language.of(header)).isEqualTo(expected);
    }

    @Test
    void text_inText_isFilledInTheSameLanguage() {
        Text unit = new Text("所", "schools");
        Text text = Text.of("共 %s %s", "%s %s", 3, unit);
        assertThat(text.in(Language.ZH)).isEqualTo("共 3 所");
        assertThat(text.in(Language.EN)).isEqualTo("3 schools");
    }

    @Test
    void value_unfitForAMessage_isCutAndCleaned() {
        assertThat(Text.shown("x".repeat(61))).isEqualTo("x".repeat(60) + "…");
        assertThat(Text.shown("a\nb\u0000c\uD83Dd")).isEqualTo("a b c d");
        assertThat(Text.shown("😀".repeat(60))).isEqualTo("😀".repeat(60));
    }
}
