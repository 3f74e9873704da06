package org.targetwatch.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.targetwatch.measure.Unit.Base;

class UnitTest {

    @ParameterizedTest
    @CsvSource({
        "元,          YUAN,            1",
        "百元,        YUAN,            100",
        "千元,        YUAN,            1000",
        "万元,        YUAN,            10000",
        "百万元,      YUAN,            1000000",
        "千万元,      YUAN,            10000000",
        "亿元,        YUAN,            100000000",
        "万平方米,    SQUARE_METRE,    10000",
        "平方米,      SQUARE_METRE,    1",
        "台套,        SET,             1",
        "万台套,      SET,             10000",
        "台套(件),    SET,             1",
        "台套（件）,  SET,             1",
        "万台套(件),  SET,             10000",
        "台/件/套,    SET,             1",
        "件,          PIECE,           1",
        "万个,        ITEM,            10000",
        "所,          SCHOOL,          1",
        "万人,        PERSON,          10000",
        "班,          CLASS,           1",
        "届,          YEARLY_INTAKE,   1",
        "乡镇,        TOWNSHIP,        1",
        "县(市、区),  COUNTY,          1",
        "起,          CASE,            1",
        "%,           PERCENT,         1",
        "％,          PERCENT,         1",
        "元/人,       YUAN_PER_PERSON, 1",
        "元/生,       YUAN_PER_PERSON, 1",
        "万元/人,     YUAN_PER_PERSON, 10000"
    })
    void parse_ofAKnownUnit_findsBaseAndFactor(String symbol, Base base, BigDecimal factor) {
        assertThat(Unit.parse(symbol)).hasValueSatisfying(unit -> {
            assertThat(unit).hasToString(symbol);
            assertThat(unit.base()).isEqualTo(base);
            assertThat(unit.factor()).isEqualByComparingTo(factor);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "万", "亿", "万亿元", "十万元", "元万", "欧元", "万%", "百%", "千％", "yuan", " 元", "元 ", "百百元", "平米"})
    void parse_ofAnUnknownUnit_isEmpty(String symbol) {
        assertThat(Unit.parse(symbol)).isEmpty();
    }

    @Test
    void toBase_of20InYi_isTwoThousandMillionYuan() {
        Unit unit = Unit.parse("亿元").orElseThrow();
        assertThat(unit.toBase(new BigDecimal("20"))).isEqualByComparingTo("2000000000");
        assertThat(unit.toBase(new BigDecimal("-0.00000001"))).isEqualByComparingTo("-1");
        assertThat(Unit.parse("万个").orElseThrow().toBase(new BigDecimal("1.35")))
                .isEqualByComparingTo("13500");
    }

    @ParameterizedTest
    @EnumSource(Base.class)
    void base_onItsOwn_isWrittenByItsSymbolWithFactorOne(Base base) {
        assertThat(Unit.of(base)).hasToString(base.symbol());
        assertThat(Unit.parse(base.symbol())).contains(Unit.of(base));
        assertThat(base.english()).isNotBlank();
    }

    @Test
    void halves_ofPeopleSchoolsAndClasses_areNonsense_ofMoneyAreaAndSharesTheyAreNot() {
        assertThat(Arrays.stream(Base.values()).filter(base -> !base.isWhole()))
                .containsExactly(Base.YUAN, Base.SQUARE_METRE, Base.PERCENT, Base.YUAN_PER_PERSON);
    }
}
