package org.targetwatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    全国目标 95% 以上 / the national goal                 | 全国目标 95% 以上            | the national goal
                    不受前句“力争”约束 / the 力争 before it does not cover it | 不受前句“力争”约束           | the 力争 before it does not cover it
                    甲 / 乙两校 / both schools                            | 甲 / 乙两校                 | both schools
                    全国目标 95% 以上                                     | 全国目标 95% 以上            | 全国目标 95% 以上
                    the national goal / the province                   | the national goal / the province | the national goal / the province
                    甲 / 乙两校                                           | 甲 / 乙两校                 | 甲 / 乙两校
                    """)
    void line_writtenInBothLanguages_isReadInOne(String line, String chinese, String english) {
        assertThat(Text.bilingual(line)).isEqualTo(new Text(chinese, english));
    }
}
