package org.targetwatch.page.review;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the review page; in English in {@code messages/review_en.properties}. */
@MessageBundle(value = "review", locale = "zh-CN")
interface ReviewPhrases {
    @Message("审核")
    String name();

    @Message("{period}数据 · {day}截止")
    String lead(String period, String day);

    @Message("全部单位")
    String all();

    @Message("科室")
    String whose();

    @Message("本科室")
    String mine();

    @Message("所有科室")
    String everybody();

    @Message("报送日历")
    String calendar();

    @Message("已报 / 应报；点击查看该单位该月数据。")
    String calendarHow();

    @Message("已关账")
    String closedMark();

    @Message("无需填报")
    String notAsked();

    @Message("收到的数据")
    String arrived();

    @Message("查看哪些")
    String ways();

    @Message("没有这样的数据。")
    String nothing();

    @Message("还有 {number} 项未列出，请选择单位。")
    String more(int number);

    @Message("选择{region}{name}")
    String pick(String region, String name);

    @Message("全选")
    String pickAll();

    @Message("单位")
    String region();

    @Message("指标")
    String indicator();

    @Message("本期值")
    String value();

    @Message("上期")
    String before();

    @Message("状态")
    String state();

    @Message("疑点与备注")
    String odd();

    @Message("备注：{note}")
    String note(String note);

    @Message("理由：{reason}")
    String reasonGiven(String reason);

    @Message("理由")
    String reason();

    @Message("退回时必填，填报单位将看到")
    String reasonHow();

    @Message("通过")
    String accept();

    @Message("退回")
    String sendBack();

    @Message("您可以查看；审核由相关科室进行。")
    String readOnly();

    @Message("关账")
    String month();

    @Message("{period}尚未结束，不能关账。")
    String notEnded(String period);

    @Message("还有 {number} 项未报，关账后不再接收。")
    String missingNow(int number);

    @Message("本月数据已报齐。")
    String allThere();

    @Message("说明（可不填）")
    String optionalReason();

    @Message("关账")
    String close();

    @Message("关账后，本月不再接收数据、审核与撤回。")
    String closeSure();

    @Message("本月已关账。")
    String closed();

    @Message("重新开放")
    String reopenTitle();

    @Message("开放给")
    String reopenFor();

    @Message("开放至")
    String until();

    @Message("重新开放")
    String reopen();

    @Message("记录")
    String history();

    @Message("封印 {seal}")
    String seal(String seal);

    @Message("{region}未报 {number} 项")
    String missingTitle(String region, int number);

    @Message("通报")
    String bulletin();

    @Message("第 {number} 期，已印发")
    String issued(int number);

    @Message("草稿，尚未印发")
    String draft();

    @Message("查看")
    String read();
}
