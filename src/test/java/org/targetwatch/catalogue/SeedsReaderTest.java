package org.targetwatch.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.catalogue.Mistakes.CatalogueRefusedException;
import org.targetwatch.catalogue.Mistakes.Mistake;

class SeedsReaderTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvFileSource(resources = "/catalogue/mistakes-in-a-plan.csv", delimiter = '|')
    void plan_withAMistake_isRefusedWithPlaceValueAndWhatIsAllowed(
            String old, String changed, int mistakes, String place, String message) {
        String plan = GoodFiles.plan(old.replace("\\n", "\n"), changed.replace("\\n", "\n"));
        assertThat(mistakesIn(GoodFiles.with(GoodFiles.REGIONS, plan)))
                .hasSize(mistakes)
                .anySatisfy(mistake -> {
                    assertThat(mistake.place()).hasToString("seeds/alpha-2021.yaml:" + place);
                    assertThat(mistake.what().en()).contains(message);
                    assertThat(mistake.what().zh()).containsPattern("\\p{IsHan}");
                });
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            code: 100001   | code: 100000    | 3 regions[100000].code      | stands here a second time; the first is in seeds/regions.yaml, line 2
            code: 100001   | code: 乙         | 3 regions[乙].code           | '乙' is no code; allowed: letters, digits and hyphens
            name: 乙县,     | name: ,         | 3 regions[100001]           | 'name' is missing
            kind: county,  | kind: 县,        | 3 regions[100001].kind      | '县' is no code
            parent: 100000 | parent: 100009  | 3 regions[100001].parent    | '100009' is no region of this file
            parent: 100000 | parent: 100001  | 3 regions[100001].parent    | '100001' closes a circle: 100001
            kind: city     | kind: city, parent: 100001 | 2 regions[100000].parent | closes a circle: 100000 → 100001
            parent: 100000 | up: 100000      | 3 regions[100001].up        | 'up' is not a known key; allowed: code, name, english, kind, parent
            """)
    void regions_withAMistake_areRefusedWithPlaceValueAndWhatIsAllowed(
            String old, String changed, String place, String message) {
        assertThat(mistakesIn(GoodFiles.with(GoodFiles.regions(old, changed), GoodFiles.PLAN)))
                .anySatisfy(mistake -> {
                    assertThat(mistake.place()).hasToString("seeds/regions.yaml:" + place);
                    assertThat(mistake.what().en()).contains(message);
                    assertThat(mistake.what().zh()).containsPattern("\\p{IsHan}");
                });
    }

    @Test
    void files_withSeveralMistakes_areRefusedNamingAllOfThemInBothLanguages() {
        String plan = GoodFiles.plan("year: 2021", "year: next")
                .replace("unit: 亿元", "unit: 亿园")
                .replace("commitment: stated", "commitment: 达");
        CatalogueRefusedException refused = catchThrowableOfType(
                CatalogueRefusedException.class,
                () -> GoodFiles.read(GoodFiles.with(GoodFiles.regions("name: 丙县", "nom: 丙县"), plan)));
        assertThat(refused)
                .hasMessageStartingWith("目录文件有 5 处错误，程序没有启动。")
                .hasMessageContaining("5 mistakes in the catalogue files; the program has not started.")
                .hasMessageContaining("seeds/regions.yaml:4 regions[100002]\n  缺少“name”。\n  'name' is missing.")
                .hasMessageContaining("seeds/regions.yaml:4 regions[100002].nom")
                .hasMessageContaining("seeds/alpha-2021.yaml:4 year\n  “next”应为 2000 到 2100 的整数。")
                .hasMessageContaining("seeds/alpha-2021.yaml:44 indicators[investment].unit\n  “亿园”不是已知的单位，可用：元 平方米")
                .hasMessageContaining("seeds/alpha-2021.yaml:52 indicators[share].commitment\n  “达”不是可用的词");
    }

    @Test
    void unreadableRegions_doNotMakeMistakesOfThePlan() {
        assertThat(mistakesIn(GoodFiles.with("regions: [", GoodFiles.PLAN)))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.what().zh()).startsWith("不是正确的 YAML"));
    }

    @ParameterizedTest
    @CsvSource({"''", "'# 只有注释'", "'\n\n'"})
    void emptyFile_isAMistake(String text) {
        assertThat(mistakesIn(GoodFiles.with(GoodFiles.REGIONS, text)))
                .extracting(Mistake::toString)
                .containsExactly("seeds/alpha-2021.yaml:1\n  文件是空的。\n  the file is empty.");
    }

    @Test
    void folderWithoutFiles_isMissingRegionsAndPlan() {
        assertThat(mistakesIn(List.of()))
                .extracting(mistake -> mistake.place().file())
                .containsExactly("regions.yaml", "<plan>.yaml");
    }

    @Test
    void sameCodeInTwoPlanFiles_isAMistake() {
        List<SeedFile> files = List.of(
                new SeedFile("seeds/regions.yaml", GoodFiles.REGIONS),
                new SeedFile("seeds/one.yaml", GoodFiles.PLAN),
                new SeedFile("seeds/two.yaml", GoodFiles.PLAN));
        assertThat(mistakesIn(files))
                .extracting(Mistake::toString)
                .singleElement()
                .asString()
                .startsWith("seeds/two.yaml:1 code")
                .contains("seeds/one.yaml 第 1 行");
    }

    @Test
    void byteOrderMark_isNoContent() {
        assertThat(GoodFiles.read(GoodFiles.with("\uFEFF" + GoodFiles.REGIONS, "\uFEFF" + GoodFiles.PLAN)))
                .isEqualTo(GoodFiles.read(GoodFiles.unchanged()));
    }

    @Test
    void storedForm_readAgain_isTheSamePlanToTheLastDigit() {
        Seeds seeds = GoodFiles.read(GoodFiles.with(GoodFiles.REGIONS, GoodFiles.plan("20\n", "20.50\n")));
        Seeds again = GoodFiles.read(List.of(
                new SeedFile("a/regions.yaml", seeds.regions().toString()),
                new SeedFile("a/plan.yaml", seeds.plans().get("alpha-2021").toString())));
        assertThat(again).isEqualTo(seeds);
        assertThat(seeds.plans().get("alpha-2021").at("/indicators/1/target").textValue())
                .isEqualTo("20.50");
        assertThat(seeds.regions().at("/regions/0/code").textValue()).isEqualTo("100000");
    }

    private static List<Mistake> mistakesIn(List<SeedFile> files) {
        Mistakes mistakes = new Mistakes();
        CatalogueRefusedException refused =
                catchThrowableOfType(CatalogueRefusedException.class, () -> new SeedsReader(mistakes, 5).read(files));
        assertThat(refused).isNotNull();
        return mistakes.found();
    }
}
