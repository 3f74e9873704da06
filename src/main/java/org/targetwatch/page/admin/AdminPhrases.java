package org.targetwatch.page.admin;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the administration's pages; in English in {@code messages/admin_en.properties}. */
@MessageBundle(value = "admin", locale = "zh-CN")
interface AdminPhrases {
    @Message("管理")
    String name();

    @Message("账号")
    String accounts();

    @Message("令牌")
    String tokens();

    @Message("工作要点")
    String plans();

    @Message("目标")
    String targets();

    @Message("审计")
    String audit();

    @Message("谁可以登录，能做什么。账号不删除，停用后名称仍留在记录中。")
    String accountsLead();

    @Message("查找")
    String search();

    @Message("账号、单位或科室")
    String searchHow();

    @Message("角色")
    String role();

    @Message("状态")
    String state();

    @Message("全部")
    String all();

    @Message("没有符合条件的账号。")
    String noAccounts();

    @Message("还有 {number} 个未列出，请缩小查找范围。")
    String more(int number);

    @Message("变动")
    String changed();

    @Message("本人")
    String own();

    @Message("新建账号")
    String newAccount();

    @Message("初始密码由系统生成，只显示一次；首次登录须修改。")
    String newAccountHow();

    @Message("账号名")
    String accountName();

    @Message("1 到 64 个字母、汉字、数字或 . _ -")
    String nameHow();

    @Message("填报单位")
    String region();

    @Message("请选择（查阅可不选：全部单位）")
    String everywhere();

    @Message("科室")
    String offices();

    @Message("建立账号")
    String create();

    @Message("{name} 的密码，只显示这一次")
    String password(String name);

    @Message("请当面或以其他安全方式交给本人；离开此页后无法再看到，首次登录须修改。")
    String passwordHow();

    @Message("{name} 的令牌，只显示这一次")
    String secret(String name);

    @Message("请立即存入使用它的程序；离开此页后无法再看到，遗失只能另发。")
    String secretHow();

    @Message("复制")
    String copy();

    @Message("已复制")
    String copied();

    @Message("权限")
    String rights();

    @Message("更改后立即生效，无需重新登录。")
    String rightsHow();

    @Message("保存权限")
    String saveRights();

    @Message("密码")
    String passwordTitle();

    @Message("生成新密码，只显示一次；原有登录全部失效，本人下次登录须修改。")
    String resetHow();

    @Message("重置密码")
    String reset();

    @Message("停用")
    String disableTitle();

    @Message("停用后立即无法登录，所有登录失效；可以恢复。")
    String disableHow();

    @Message("停用账号")
    String disable();

    @Message("恢复后可用原密码登录。")
    String enableHow();

    @Message("恢复账号")
    String enable();

    @Message("这是您自己的账号：权限和停用由另一位管理员处理，密码请在此修改。")
    String ownHow();

    @Message("修改密码")
    String changePassword();

    @Message("建立")
    String created();

    @Message("其操作记录")
    String trail();

    @Message("供程序使用。令牌只保存指纹，无法找回；撤销立即对所有服务器生效。")
    String tokensLead();

    @Message("有效令牌")
    String validTokens();

    @Message("还没有令牌。")
    String noTokens();

    @Message("已失效")
    String endedTokens();

    @Message("有效至")
    String expires();

    @Message("最近使用")
    String lastUse();

    @Message("从未使用")
    String never();

    @Message("新发令牌")
    String newToken();

    @Message("名称将写入记录，不可重复使用。")
    String newTokenHow();

    @Message("名称")
    String tokenName();

    @Message("签发令牌")
    String issue();

    @Message("撤销…")
    String revoke();

    @Message("撤销令牌 {name}")
    String revokeTitle(String name);

    @Message("撤销后，使用它的程序立即无法访问，且不能恢复，只能另发。")
    String revokeSure();

    @Message("确认撤销")
    String revokeNow();

    @Message("返回")
    String back();

    @Message("已撤销：{when}")
    String revokedAt(String when);

    @Message("谁在何时改了什么。记录首尾相连，事后改动会被发现。")
    String auditLead();

    @Message("留痕")
    String events();

    @Message("事项")
    String act();

    @Message("操作者")
    String actor();

    @Message("从")
    String fromDay();

    @Message("到")
    String toDay();

    @Message("没有符合条件的记录。")
    String noEvents();

    @Message("涉及保密指标，内容不显示。")
    String withheld();

    @Message("最新")
    String newest();

    @Message("更早")
    String older();

    @Message("核验")
    String proof();

    @Message("重新计算每条记录的指纹，检查有无改动、缺失或添加。")
    String proofHow();

    @Message("核验全部记录")
    String verify();

    @Message("完好：{chains} 条链，{links} 条记录")
    String intact(long chains, long links);

    @Message("{number} 条链被破坏")
    String broken(int number);

    @Message("核验于 {when}")
    String verifiedAt(String when);

    @Message("导出")
    String exportTitle();

    @Message("按当前条件导出全部记录，旧的在前。")
    String exportHow();

    @Message("各年度的工作要点；下一年的由本年的结转而来。")
    String plansLead();

    @Message("目录中还没有工作要点。")
    String noPlans();

    @Message("年度")
    String year();

    @Message("工作任务")
    String workItems();

    @Message("指标")
    String indicators();

    @Message("目标待定")
    String undecided();

    @Message("结转下一年…")
    String rollOver();

    @Message("导出备份")
    String exportPlan();

    @Message("结转：{name}")
    String rollOverTitle(String name);

    @Message("任务、指标、单位沿用，月份顺移；目标值待定，基期值、分步计划、成果不带入。本年数据成为下一年的上年同期。")
    String rollOverHow();

    @Message("名称")
    String planName();

    @Message("英文名称")
    String planEnglish();

    @Message("代码")
    String planCode();

    @Message("结转")
    String rollOverNow();
}
