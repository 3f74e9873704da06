package org.targetwatch.intake;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetwatch.Sent;

/** Every hard rule once: the code, the field it names, and in both languages the bad value and the remedy. */
@QuarkusTest
class HardRulesTest {
    // The good figure that stands beside the bad one in every batch. Nothing else ever reports it.
    private static final Sent GOOD = Sent.quantity("511181", "2020-02");

    @ParameterizedTest(name = "{0} {1} {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            E-FIELD         | vaule       | quantity | vaule=1                                | 可用字段：indicator, region, period, value | known are: indicator
            E-MISSING       | indicator   | quantity | indicator=                             | 缺少 indicator      | indicator is missing
            E-MISSING       | region      | quantity | region=                                | 缺少 region         | region is missing
            E-MISSING       | period      | quantity | period=                                | 缺少 period         | period is missing
            E-MISSING       | value       | quantity | value=                                 | 数量请填 value 和 unit | a quantity needs value and unit
            E-MISSING       | value       | share    | numerator=; denominator=               | 比率请填 numerator 和 denominator | a ratio numerator
            E-NULL          | value       | quantity | value=null                             | 空值（null）不能清除已报数据 | null never erases
            E-NULL          | numerator   | share    | numerator=null                         | 确为零请填 0         | send 0 for a real zero
            E-TYPE          | indicator   | quantity | indicator=5                            | indicator 应为文本   | must be a text
            E-TYPE          | region      | quantity | region=511102                          | 加双引号             | in double quotes
            E-TYPE          | period      | quantity | period=202009                          | period 应为文本      | must be a text
            E-TYPE          | value       | quantity | value="20"                             | “20”不是数字         | '20' is not a number
            E-TYPE          | value       | quantity | value=true                             | “true”不是数字       | 'true' is not a number
            E-TYPE          | denominator | share    | denominator=[100]                      | “[”不是数字          | '[' is not a number
            E-TYPE          | note        | quantity | note=5                                 | 应为文本             | A text is expected
            E-INDICATOR     | indicator   | quantity | indicator="preschool"                  | 没有指标“preschool”，可用的见 /api/v1/plans/leshan-2020/indicators | no indicator 'preschool'
            E-REGION        | region      | quantity | region="513436"                        | 没有填报单位“513436” | no region '513436'
            E-REGION        | region      | quantity | region="市中区"                           | 填行政区划代码       | send the code
            E-REPORTER      | region      | quantity | region="511100"                        | 由下级单位汇总得出，请由 511100-ZS 市直属学校、511102 市中区、511111 沙湾区 等 12 个单位 填报 | and others (12 in all)
            E-REPORTER      | region      | quantity | indicator="arts-feature-schools"; unit="所"; value=1 | 请由 511100 乐山市 填报 | reported by 511100 Leshan
            E-REPORTER      | region      | share    | indicator="preprimary-ger"; region="511100-ZS" | 511100-ZS 市直属学校 不填报该指标 | 511100-ZS Bureau-run schools does not report
            E-PERIOD        | period      | quantity | period="2020-9"                        | 应写作 2020-09       | write it like 2020-09
            E-PERIOD        | period      | quantity | period="2020-13"                       | “2020-13”不是报告期  | '2020-13' is not a period
            E-PERIOD-FUTURE | period      | quantity | period="2020-12"                       | 现在只能填报到 2020-11 | up to 2020-11
            E-PERIOD-RANGE  | period      | quantity | period="2018-12"                       | 最早 2019-01         | the first period is 2019-01
            E-PERIOD-RANGE  | period      | quantity | period="2021-01"                       | 最晚 2020-12         | the last 2020-12
            E-UNIT-MISSING  | unit        | quantity | unit=                                  | 可用 元、万元、亿元  | one of 元、万元、亿元
            E-UNIT-MISSING  | unit        | quantity | unit=null                              | 缺少单位             | The unit is missing
            E-UNIT          | unit        | quantity | unit="平方米"                             | “平方米”不能用于该指标，可用 元、万元、亿元 | '平方米' does not fit
            E-UNIT          | unit        | quantity | unit="美元"                              | “美元”不能用于该指标 | '美元' does not fit
            E-UNIT          | unit        | quantity | unit=5                                 | 可用 元、万元、亿元  | use 元、万元、亿元
            E-UNIT          | unit        | share    | unit="个"                               | 可用 %               | use %
            E-NUMBER        | value       | quantity | value=NaN                              | NaN 不是一个数值     | NaN is not a value
            E-NUMBER        | value       | quantity | value=-Infinity                        | -Infinity 不是一个数值 | -Infinity is not a value
            E-DIGITS        | value       | quantity | value=1e13                             | 最多 20 位整数和 6 位小数 | at most 20 before and 6 after
            E-DIGITS        | value       | quantity | value=1.234567890123456                | 位数过多             | too many digits
            E-DIGITS        | value       | quantity | value=1e999999999                      | 1e999999999 位数过多 | 1e999999999 has too many digits
            E-DIGITS        | value       | quantity | value=1e99999999999                    | 位数过多             | too many digits
            E-DIGITS        | value       | quantity | value=1e-2147483647                    | 位数过多             | too many digits
            E-NEGATIVE      | value       | quantity | value=-1.5                             | -150000000 不能为负数 | -150000000 must not be negative
            E-NEGATIVE      | numerator   | share    | numerator=-3                           | -3 不能为负数        | -3 must not be negative
            E-NEGATIVE      | denominator | share    | denominator=-100                       | -100 不能为负数      | -100 must not be negative
            E-WHOLE         | value       | quantity | indicator="new-public-kindergarten-places"; unit="万个"; value=1.23456 | 换算后为 12345.6 个，应为整数 | makes 12345.6 items
            E-WHOLE         | numerator   | share    | numerator=2.5                          | 换算后为 2.5 班      | makes 2.5 classes
            E-RATIO         | value       | share    | numerator=; denominator=; value=3      | 请填 numerator（56人及以上的班（含66人以上），班）和 denominator（小学和初中全部班级，班） | not reported as a bare percentage
            E-QUANTITY      | numerator   | quantity | value=; numerator=3; denominator=100   | 请填 value 和 unit（亿元） | send value and unit (亿元)
            E-BOTH          | value       | share    | value=3                                | 不能同时填写         | value excludes numerator
            E-NUMERATOR     | numerator   | share    | numerator=                             | 缺少 numerator       | numerator is missing
            E-DENOMINATOR   | denominator | share    | denominator=                           | 缺少 denominator（小学和初中全部班级，班） | denominator is missing
            E-DENOMINATOR   | denominator | share    | denominator=0                          | 分母不能为 0         | must not be 0
            E-SHARE         | numerator   | share    | numerator=101                          | 56人及以上的班（含66人以上） 101 大于 小学和初中全部班级 100 | 101 exceeds all classes of primary and junior high schools 100
            E-QUALITY       | quality     | quantity | quality="final"                        | "preliminary"（快报）或 "certified"（核定） | quality is "preliminary"
            E-TEXT          | note        | quantity | note="a\\u0000b"                       | 控制字符             | control characters
            E-TEXT          | note        | quantity | note="half \\ud83d of a pair"          | 控制字符             | control characters
            """)
    void figure_breakingARule_isRefusedWithPlaceAndRemedy(
            String code, String field, String sample, String change, String zh, String en) {
        Map<String, String> bad = changed(sample, change);
        assertRefused(bad, "zh-CN", code, field, zh);
        assertRefused(bad, "en", code, field, en);
        GOOD.read().statusCode(404);
    }

    private static void assertRefused(
            Map<String, String> bad, String language, String code, String field, String expected) {
        ValidatableResponse answer = Sent.json()
                .header("Accept-Language", language)
                .body("{\"figures\": [" + written(raw(GOOD)) + ", " + written(bad) + "]}")
                .post(Sent.FIGURES)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:targetwatch:problem:invalid"))
                .body("violationsTotal", equalTo(1));
        JsonPath violation = answer.extract().jsonPath().setRootPath("violations[0]");
        assertThat(violation.getInt("index")).isEqualTo(1);
        assertThat(violation.getString("code")).isEqualTo(code);
        assertThat(violation.getString("field")).isEqualTo(field);
        assertThat(violation.getString("message"))
                .startsWith("figures[1]." + field)
                .contains(expected);
    }

    /** The sample's fields as raw JSON; {@code change} replaces some ({@code field=json}) and removes others ({@code field=}). */
    private static Map<String, String> changed(String sample, String change) {
        Map<String, String> figure =
                raw(sample.equals("share") ? Sent.share("511102", "2020-09") : Sent.quantity("511102", "2020-09"));
        for (String field : change.split("; ")) {
            String[] nameAndJson = field.split("=", 2);
            figure.put(nameAndJson[0], nameAndJson[1]);
        }
        figure.values().removeIf(String::isEmpty);
        return figure;
    }

    private static Map<String, String> raw(Sent figure) {
        Map<String, String> raw = new LinkedHashMap<>();
        figure.fields()
                .forEach((field, value) ->
                        raw.put(field, value instanceof String ? '"' + value.toString() + '"' : value.toString()));
        return raw;
    }

    private static String written(Map<String, String> figure) {
        return figure.entrySet().stream()
                .map(field -> '"' + field.getKey() + "\": " + field.getValue())
                .collect(joining(", ", "{", "}"));
    }
}
