package org.targetwatch.page.report;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the form; in English in {@code messages/report_en.properties}. */
@MessageBundle(value = "report", locale = "zh-CN")
interface ReportPhrases {
    @Message("填报")
    String name();

    @Message("{period}数据 · {day}截止，还有 {days} 天")
    String due(String period, String day, long days);

    @Message("{period}数据 · 已于{day}截止，逾期 {days} 天")
    String overdue(String period, String day, long days);

    @Message("本月已关账，不再接收数据；需要修改请与科室联系。")
    String closed();

    @Message("表中是未报送的草稿或刚刚填写的内容。")
    String draft();

    @Message("还缺 {missing} 项，共 {asked} 项")
    String missing(int missing, int asked);

    @Message("本月各项均已报送。")
    String complete();

    @Message("本单位本月没有需要填报的指标。")
    String nothing();

    @Message("上期")
    String last();

    @Message("无")
    String none();

    @Message("备注")
    String note();

    @Message("预计影响")
    String effects();

    @Message("签名")
    String signatures();

    @Message("填报人")
    String preparedBy();

    @Message("审核人")
    String checkedBy();

    @Message("单位负责人")
    String approvedBy();

    @Message("数据截止日期")
    String asOf();

    @Message("检查")
    String check();

    @Message("保存草稿")
    String save();

    @Message("报送")
    String send();

    @Message("已核对无误，仍然报送")
    String confirm();

    @Message("有提醒的数据如属实，请写明备注，或核对后再次确认。")
    String unsure();

    @Message("用 Excel 填报")
    String workbook();

    @Message("下载本月填报表")
    String download();

    @Message("填好的文件")
    String file();

    @Message("检查文件")
    String checkFile();

    @Message("报送文件")
    String sendFile();

    @Message("上传进度")
    String uploading();

    @Message("撤回…")
    String withdraw();

    @Message("撤回：{name}")
    String withdrawTitle(String name);

    @Message("撤回后该数据按未报处理，记录仍然保留；重新报送即可恢复。")
    String withdrawSure();

    @Message("理由（审核科室可见）")
    String withdrawReason();

    @Message("确认撤回")
    String withdrawNow();

    @Message("返回填报表")
    String withdrawBack();
}
