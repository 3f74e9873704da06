package org.targetwatch.catalogue;

import java.util.List;

/** A small catalogue without a mistake, to be changed in one place per test. */
final class GoodFiles {
    static final String REGIONS =
            """
            regions:
              - {code: 100000, name: 甲市, english: Alpha City, kind: city}
              - {code: 100001, name: 乙县, english: Beta County, kind: county, parent: 100000}
              - {code: 100002, name: 丙县, english: Gamma County, kind: county, parent: 100000}
              - {code: 100000-ZS, name: 市直属, english: Own schools, kind: bureau-run, parent: 100000}
            """;

    static final String PLAN =
            """
            code: alpha-2021
            name: 甲市工作要点
            english: Work points of Alpha
            year: 2021
            region: 100000
            source: 甲市2021年工作要点
            published: 2021-03-01
            judged-from: 2021-04
            thresholds: {yellow: 5, red: 15}
            calendar:
              - source: 通知
                holidays:
                  - {name: 劳动节, from: 2021-05-01, to: 2021-05-05, working: [2021-05-08]}
            sections:
              - {number: 1, name: 一, english: One}
            work-items:
              - number: 7
                section: 1
                name: 建校
                english: Build
                lead-leaders: [王__]
                lead-offices: [计财科]
                responsible-offices: []
                deliverables:
                  - {code: report, name: 报告, english: Report, due: 2021-06}
            indicators:
              - code: schools
                name: 新建学校
                english: New schools
                work-item: 7
                quote: 新建6—8所
                commitment: strive
                target: 6
                stretch: 8
                unit: 所
                reported-by: city
              - code: investment
                name: 完成投资
                english: Investment
                work-item: 7
                quote: 完成投资20亿元
                commitment: planned
                target: 20
                unit: 亿元
                kind: flow-to-date
                trajectory: {steps: {2021-03: 5, 2021-09: 12.5}}
              - code: share
                name: 占比
                english: Share
                work-item: 7
                quote: 占比50%
                commitment: stated
                measure: ratio
                numerator: {name: 公办, english: public, unit: 人}
                denominator: {name: 全部, english: all, unit: 人}
                baseline: 40.5
                target: 50
                floor: 45
                floor-source: 省定
                judged-from: 2021-10
                due: 2021-12
                trajectory: linear
                applies-to: [county]
                frozen-denominators: {100001: 900, 100002: 1100}
                confirm: 2
              - code: spending
                name: 支出
                english: Spending
                work-item: 7
                quote: 只增不减
                commitment: guaranteed
                unit: 万元
                kind: flow-monthly
                direction: not-below-last-year
            """;

    private GoodFiles() {}

    static List<SeedFile> unchanged() {
        return with(REGIONS, PLAN);
    }

    static List<SeedFile> with(String regions, String plan) {
        return List.of(new SeedFile("seeds/regions.yaml", regions), new SeedFile("seeds/alpha-2021.yaml", plan));
    }

    /** The plan with {@code old}, which must stand in it, replaced at its first occurrence. */
    static String plan(String old, String changed) {
        return replaced(PLAN, old, changed);
    }

    /** The same for the regions. */
    static String regions(String old, String changed) {
        return replaced(REGIONS, old, changed);
    }

    private static String replaced(String text, String old, String changed) {
        int at = text.indexOf(old);
        if (at < 0) {
            throw new IllegalArgumentException("The good file does not hold: " + old);
        }
        return text.substring(0, at) + changed + text.substring(at + old.length());
    }

    static Seeds read(List<SeedFile> files) {
        return new SeedsReader(new Mistakes(), 5).read(files);
    }
}
