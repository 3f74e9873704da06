package org.targetwatch.page.slip;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the slips' pages; in English in {@code messages/slip_en.properties}. */
@MessageBundle(value = "slip", locale = "zh-CN")
interface SlipPhrases {
    @Message("督办单")
    String name();

    @Message("{number} 号")
    String no(int number);

    @Message("督办单 {number} 号")
    String one(int number);

    @Message("筛选督办单")
    String choose();

    @Message("牵头科室")
    String office();

    @Message("单位")
    String region();

    @Message("全部")
    String all();

    @Message("期限")
    String due();

    @Message("仅逾期")
    String onlyOverdue();

    @Message("按状态查看")
    String states();

    @Message("待您办理")
    String mine();

    @Message("{number} 张，逾期的在前")
    String mineHow(int number);

    @Message("其他督办单")
    String others();

    @Message("督办单")
    String listed();

    @Message("没有这样的督办单。")
    String nothing();

    @Message("还有 {number} 张未列出，请选择科室或单位。")
    String more(int number);

    @Message("数据突变，待核实")
    String jumped();

    @Message("开督办单")
    String opening();

    @Message("已有未办结的督办单")
    String alreadyOpen();

    @Message("能在原单上办理的，不必另开。")
    String alreadyOpenHow();

    @Message("督办要求")
    String openingForm();

    @Message("督办事由（填报单位将看到）")
    String openingReason();

    @Message("回复期限")
    String replyBy();

    @Message("当前记分卡上的缺口会写入督办单，此后不再改变。")
    String openingHow();

    @Message("开出督办单")
    String open();

    @Message("该指标在此单位尚无记分卡，不能开督办单。")
    String notJudged();

    @Message("{month}的记分卡")
    String found(String month);

    @Message("牵头：{offices}")
    String lead(String offices);

    @Message("来源：{cause}")
    String cause(String cause);

    @Message("督办之后数据突变，请先核实")
    String jumpTitle();

    @Message("数据可能属实。本单不会自动销号，由您核实后退回或销号。")
    String jumpHow();

    @Message("查看数据修订")
    String jumpLook();

    @Message("开单时（{month}）")
    String whenOpened(String month);

    @Message("开单时与现在的数据")
    String numbers();

    @Message("项目")
    String number();

    @Message("开单时 · {month}")
    String then(String month);

    @Message("现在 · {month}")
    String now(String month);

    @Message("现在")
    String nowNothing();

    @Message("状态")
    String status();

    @Message("回复与审核")
    String rounds();

    @Message("尚无回复。")
    String roundsNone();

    @Message("第 {number} 轮")
    String round(int number);

    @Message("滞后原因")
    String reason();

    @Message("整改措施")
    String measure();

    @Message("新的完成时限")
    String newDate();

    @Message("附件")
    String files();

    @Message("等待科室审核。")
    String decisionAwaited();

    @Message("代填回复…")
    String onBehalf();

    @Message("填写回复")
    String replyTitle();

    @Message("附件（pdf、png、jpg、docx、xlsx，合计不超过 {limit} MB；可不传）")
    String file(String limit);

    @Message("提交回复")
    String reply();

    @Message("补充附件")
    String attachTitle();

    @Message("上传附件")
    String attach();

    @Message("办理记录")
    String history();

    @Message("审核")
    String decide();

    @Message("意见（可不填）")
    String remark();

    @Message("采纳回复")
    String accept();

    @Message("退回重报…")
    String sendBackMore();

    @Message("退回理由（填报单位将看到）")
    String sendBackReason();

    @Message("重新回复期限")
    String replyAgainBy();

    @Message("退回")
    String sendBack();

    @Message("直接销号…")
    String closeMore();

    @Message("销号理由")
    String closeReason();

    @Message("销号后不再变动；如仍滞后，可另开一张。")
    String closeHow();

    @Message("销号")
    String close();

    @Message("缺口主要在")
    String shares();

    @Message("从未开过督办单。")
    String never();

    @Message("{number} 张待您办理")
    String waiting(long number);

    @Message("查看督办单")
    String look();
}
