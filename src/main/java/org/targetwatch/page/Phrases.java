package org.targetwatch.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words that stand on every page; in English in {@code messages/say_en.properties}. */
@MessageBundle(value = "say", locale = "zh-CN")
interface Phrases {
    @Message("目标监测")
    String product();

    @Message("跳到正文")
    String skip();

    @Message("主导航")
    String navigation();

    @Message("语言")
    String language();

    @Message("明暗")
    String theme();

    @Message("今天 {day}")
    String today(String day);

    @Message("回到看板")
    String back();

    @Message("错误编号 {number}，请告知管理员。")
    String instance(String number);

    @Message("登录")
    String login();

    @Message("统一身份认证登录")
    String providerLogin();

    @Message("已登录，正在进入……")
    String entered();

    @Message("继续")
    String goOn();

    @Message("退出")
    String logout();

    @Message("账号")
    String account();

    @Message("密码")
    String password();

    @Message("修改密码")
    String changePassword();

    @Message("至少 12 个字符。修改后请用新密码登录。")
    String passwordRules();

    @Message("当前密码")
    String currentPassword();

    @Message("新密码")
    String newPassword();

    @Message("账号或密码不正确，或账号已停用。")
    String loginFailed();

    @Message("登录尝试过多，请稍候再试。")
    String loginWait();

    @Message("您没有查看此页的权限。如需开通，请联系管理员。")
    String forbiddenHelp();

    @Message("请检查网址，或从看板进入。")
    String notFoundHelp();

    @Message("稍后重试；如仍不行，请联系管理员。")
    String failedHelp();

    @Message("刚才的请求没有完成：服务器没有应答，或没有接受。您填写的内容还在，请稍后再试。")
    String unanswered();

    @Message("方向键移动。")
    String arrows();
}
