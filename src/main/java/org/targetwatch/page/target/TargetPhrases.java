package org.targetwatch.page.target;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the page of targets; in English in {@code messages/target_en.properties}. */
@MessageBundle(value = "target", locale = "zh-CN")
interface TargetPhrases {
    @Message("目标")
    String name();

    @Message("现行 {target}")
    String standing(String target);

    @Message("沿用上级")
    String inherited();

    @Message("查看该指标")
    String card();

    @Message("指标")
    String indicator();

    @Message("单位")
    String region();

    @Message("进度线")
    String chart();

    @Message("现行与拟定的进度线；下表列出各月数值")
    String chartHow();

    @Message("实际")
    String actual();

    @Message("现行序时")
    String current();

    @Message("拟定序时")
    String expected();

    @Message("拟定目标")
    String target();

    @Message("各月数值")
    String table();

    @Message("月份")
    String month();

    @Message("调整目标")
    String decide();

    @Message("生效月之前仍按原目标评判。")
    String decideHow();

    @Message("进度计划")
    String way();

    @Message("从年初（或基期值）到目标，每月增加十二分之一。")
    String linearHow();

    @Message("每月末应达到的累计值；空白沿用上一格。")
    String stepsHow();

    @Message("每月完成全年的份额，十二个月合计为 1，例如 0.25。")
    String seasonalHow();

    @Message("此前不作要求，从所选月份起应达到目标。")
    String fromMonthHow();

    @Message("从")
    String fromMonth();

    @Message("生效报告期")
    String effectiveFrom();

    @Message("理由")
    String reason();

    @Message("预览")
    String preview();

    @Message("保存决定")
    String save();

    @Message("该指标与上年同期比较，不另设目标值。")
    String lastYear();

    @Message("您可以查看此页；目标由牵头、责任科室和管理员决定。")
    String readOnly();

    @Message("分解到各单位")
    String parts();

    @Message("各单位合计")
    String sum();

    @Message("未分解")
    String unallocated();

    @Message("超出")
    String over();

    @Message("正在调整")
    String edited();

    @Message("历次决定")
    String history();

    @Message("尚未作出决定，按工作要点或上级目标评判。")
    String noHistory();

    @Message("自{month}起")
    String since(String month);
}
