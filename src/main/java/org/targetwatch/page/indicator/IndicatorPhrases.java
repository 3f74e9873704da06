package org.targetwatch.page.indicator;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of an indicator's page; in English in {@code messages/indicator_en.properties}. */
@MessageBundle(value = "indicator", locale = "zh-CN")
interface IndicatorPhrases {
    @Message("您在这里")
    String where();

    @Message("看板")
    String board();

    @Message("单位与报告期")
    String choose();

    @Message("单位")
    String region();

    @Message("报告期")
    String period();

    @Message("查看")
    String show();

    @Message("暂定：该月截止日未到，尚未作为当前数据。")
    String provisional();

    @Message("该月没有记分卡。")
    String noCard();

    @Message("目标 {target}")
    String target(String target);

    @Message("进度")
    String trajectory();

    @Message("各月实际值、序时目标、目标和预测区间；数据见下表。")
    String chart();

    @Message("数据表")
    String table();

    @Message("实际")
    String actual();

    @Message("序时目标")
    String expected();

    @Message("目标")
    String targetName();

    @Message("底线")
    String floor();

    @Message("预测")
    String forecast();

    @Message("80% 区间")
    String band();

    @Message("状态")
    String status();

    @Message("怎么得出的")
    String why();

    @Message("每一步都可以在纸上复算。")
    String whyHow();

    @Message("差距在哪里")
    String gap();

    @Message("合计 {total}")
    String gapTotal(String total);

    @Message("正数为欠，负数为超出；各单位之和等于合计。")
    String gapHow();

    @Message("未分解 {count}")
    String unallocated(String count);

    @Message("有单位未报送，分解不完整。")
    String gapIncomplete();

    @Message("目标没有分解到下级单位，差距不能归到谁。")
    String gapNobodys();

    @Message("今后每月")
    String perMonth();

    @Message("各单位对比")
    String counties();

    @Message("线段为 95% 区间（威尔逊法）；区间有重叠的不分先后，差别可能只是偶然。")
    String countiesHow();

    @Message("名次")
    String rank();

    @Message("区间")
    String interval();

    @Message("分子 / 分母")
    String parts();

    @Message("完成率")
    String completion();

    @Message("本期修订")
    String revisions();

    @Message("本期没有直接报送的数据：数字由所辖单位汇总。")
    String revisionsNone();

    @Message("数值")
    String value();

    @Message("时间")
    String recordedAt();

    @Message("报送人")
    String recordedBy();

    @Message("备注")
    String note();

    @Message("留痕")
    String fingerprint();

    @Message("原文")
    String source();

    @Message("底线依据：{source}")
    String floorSource(String source);

    @Message("暂按以下理解：{assumption}")
    String assumed(String assumption);

    @Message("同一任务的工作成果")
    String deliverables();
}
