package org.targetwatch.page.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the board; in English in {@code messages/board_en.properties}. */
@MessageBundle(value = "board", locale = "zh-CN")
interface BoardPhrases {
    @Message("看板")
    String name();

    @Message("数据截至 {period}")
    String period(String period);

    @Message("{total} 项指标的状态")
    String statuses(int total);

    @Message("需要您关注的三件事")
    String needs();

    @Message("先看严重程度，再看达标可能性，最后看滞后多少。")
    String needsHow();

    @Message("已有数据的指标中没有滞后或未达标的。")
    String needsNone();

    @Message("另有 {number} 项未报送或报送不全，尚无法判定。")
    String needsUnknown(long number);

    @Message("与上月相比")
    String changes();

    @Message("没有指标好转或变差。")
    String changesNone();

    @Message("变差")
    String worse();

    @Message("好转")
    String better();

    @Message("由“{before}”变为“{after}”")
    String fromTo(String before, String after);

    @Message("筛选")
    String filters();

    @Message("科室")
    String office();

    @Message("牵头领导")
    String leader();

    @Message("承诺强度")
    String commitment();

    @Message("状态")
    String status();

    @Message("全部")
    String all();

    @Message("应用")
    String apply();

    @Message("清除筛选")
    String reset();

    @Message("重点工作")
    String items();

    @Message("没有符合筛选条件的工作任务。")
    String itemsNone();

    @Message("目标")
    String target();

    @Message("落后 {how}")
    String behind(String how);

    @Message("达标可能性 {chance}")
    String chance(String chance);

    @Message("已报 {reported} 个单位")
    String reported(String reported);

    @Message("突破底线")
    String floorBroken();

    @Message("牵头 {names}")
    String lead(String names);

    @Message("领导 {names}")
    String leaders(String names);

    @Message("{due}前")
    String due(String due);

    @Message("无量化指标，按工作进展检查。")
    String noNumber();

    @Message("各县（市、区）一览")
    String matrix();

    @Message("每格是一个单位一项指标的当前状态；指向或选中可见数值，点击进入指标页。")
    String matrixHow();

    @Message("指标")
    String indicator();

    @Message("不适用")
    String notConcerned();

    @Message("图例")
    String legend();

    @Message("还没有任何数据")
    String empty();

    @Message("各单位报送后，这里会显示每项承诺的进度。填报从“填报”页、接口或表格开始。")
    String emptyHow();

    @Message("条形为实际值，竖线为目标，三角为序时目标")
    String bullet();

    @Message("全市看板")
    String wholeBoard();
}
