package org.targetwatch.page.digest;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the digests' page; in English in {@code messages/digest_en.properties}. */
@MessageBundle(value = "digest", locale = "zh-CN")
interface DigestPhrases {
    @Message("选择科室与日期")
    String choose();

    @Message("日期")
    String day();

    @Message("日报或周报")
    String kinds();

    @Message("{day}以来为新增")
    String since(String day);

    @Message("今天没有需要办理的事项。")
    String nothing();

    @Message("滞后的指标")
    String lagging();

    @Message("{number} 项")
    String items(int number);

    @Message("无。")
    String none();

    @Message("新增")
    String isNew();

    @Message("截至{period}")
    String asOf(String period);

    @Message("自{period}起滞后")
    String from(String period);

    @Message("目标 {target}")
    String target(String target);

    @Message("差 {gap}")
    String gap(String gap);

    @Message("未报、待报的数据")
    String owed();

    @Message("{number} 家单位")
    String regions(int number);

    @Message("逾期未报")
    String overdue();

    @Message("即将到期")
    String soon();

    @Message("{day}到期")
    String dueOn(String day);

    @Message("{day}到期，已逾期")
    String wasDue(String day);

    @Message("未办结的督办单")
    String slips();

    @Message("{number} 张")
    String open(int number);

    @Message("已办结 {number} 张")
    String settled(long number);

    @Message("{day}的报告")
    String kept(String day);

    @Message("{day}没有报告：只在工作日生成。请换一天，或查看今天的。")
    String notKept(String day);

    @Message("往日")
    String days();

    @Message("尚无往日的报告。")
    String daysNone();
}
