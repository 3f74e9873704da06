package org.targetwatch.page.bulletin;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the bulletin's page; in English in {@code messages/bulletin_en.properties}. */
@MessageBundle(value = "bulletin", locale = "zh-CN")
interface BulletinPhrases {
    @Message("通报")
    String name();

    @Message("下载")
    String download();

    @Message("打开打印版")
    String open();

    @Message("各月通报")
    String months();

    @Message("第 {number} 期")
    String number(int number);

    @Message("未印发")
    String notIssued();

    @Message("{period}通报预览")
    String preview(String period);

    @Message("本月通报尚未印发。")
    String nothing();
}
