package org.targetwatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.targetwatch.measure.Seeded;

class PathSegmentTest {
    @Test
    void path_ofNames_isClear() {
        assertThat(new String[] {
                    "/", "/a", "/a/", "/a/b.c", "/..a", "/%E4%B9%90", "/a%20b", "/a%3Bb", "/~a-b_c!$&'()*+,=:@"
                })
                .allMatch(PathSegment::areClear);
    }

    @Test
    void path_withTwoReadings_isNot() {
        assertThat(new String[] {
                    "",
                    "a",
                    "//",
                    "/a//",
                    "/a//b",
                    "/.",
                    "/..",
                    "/%2e",
                    "/a/%2E.",
                    "/a;b",
                    "/a%2fb",
                    "/a%5cb",
                    "/a\\b",
                    "/%",
                    "/%1",
                    "/%g0",
                    "/%00",
                    "/%7f",
                    "/%c2%85",
                    "/%80",
                    "/%f8%88%80%80%80",
                    "/乐",
                    "/a b",
                    "/a?b",
                    "/a#b"
                })
                .noneMatch(PathSegment::areClear);
    }

    @Test
    void path_ofAnything_isAnsweredWithoutAFailure() {
        Seeded random = new Seeded(20261125);
        for (int number = 0; number < 20_000; number++) {
            StringBuilder path = new StringBuilder("/");
            for (int length = random.between(0, 12); length > 0; length--) {
                path.append("/%.;\\a0fF2e\u0000乐".charAt(random.between(0, 12)));
            }
            PathSegment.areClear(path.toString());
        }
    }
}
