package org.targetwatch.page.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.targetwatch.page.Option;
import org.targetwatch.supervision.Act;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/** The words of people for what the audit trail says was done ({@code docs/audit.md}), and for what it says about it. */
final class Acts {
    private static final Map<String, Text> WORDS = words(
            """
            account.created          | 建立账号     | account created
            account.granted          | 更改权限     | rights changed
            account.reset            | 重置密码     | password reset
            account.password_changed | 修改密码     | password changed
            account.disabled         | 停用账号     | account disabled
            account.enabled          | 恢复账号     | account enabled
            token.issued             | 签发令牌     | token issued
            token.revoked            | 撤销令牌     | token revoked
            target.set               | 设定目标     | target set
            exemption.set            | 设定免报     | exemption set
            figure.accepted          | 通过数据     | figure accepted
            figure.returned          | 退回数据     | figure returned
            figure.withdrawn         | 撤回数据     | figure withdrawn
            deliverable.reported     | 报告成果     | deliverable reported
            period.closed            | 关账         | month closed
            period.reopened          | 重新开放     | month reopened
            bulletin.written         | 编辑通报     | bulletin written
            bulletin.issued          | 印发通报     | bulletin issued
            plan.stored              | 载入工作要点 | plan stored
            plan.rolled_over         | 结转工作要点 | plan rolled over
            plan.imported            | 导入工作要点 | plan imported
            plan.exported            | 导出工作要点 | plan exported
            """);

    private static final Map<String, Text> FACTS = words(
            """
            indicator        | 指标     | indicator
            region           | 填报单位 | region
            period           | 报告期   | period
            deliverable      | 成果     | deliverable
            account          | 账号     | account
            token            | 令牌     | token
            role             | 角色     | role
            offices          | 科室     | offices
            office           | 科室     | office
            expires          | 到期     | expires
            number           | 序号     | number
            effectiveFrom    | 生效     | in force from
            value            | 目标值   | target
            stretch          | 争取值   | stretch
            low              | 下限     | low
            high             | 上限     | high
            baseline         | 基期值   | baseline
            trajectory       | 进度计划 | trajectory
            reason           | 理由     | reason
            exempt           | 免报     | exempt
            state            | 状态     | state
            doneOn           | 完成日   | done on
            evidence         | 依据     | evidence
            note             | 备注     | note
            closing          | 关账序号 | closing
            seal             | 封存码   | seal
            until            | 截至     | until
            knownAt          | 截取时刻 | known at
            text             | 文本     | text
            catalogueVersion | 目录版本 | catalogue version
            hash             | 指纹     | hash
            slip             | 督办单   | slip
            cause            | 缘由     | cause
            measure          | 措施     | measure
            about            | 事项     | about
            from             | 来源     | from
            exportedAt       | 导出时刻 | exported at
            """);

    static {
        for (Act act : Act.values()) {
            WORDS.put("slip." + act.code(), Text.of("督办单：%s", "slip: %s", act.words()));
        }
    }

    private Acts() {}

    private static Map<String, Text> words(String table) {
        Map<String, Text> words = new LinkedHashMap<>();
        table.lines().forEach(line -> {
            String[] cells = line.split("\\|");
            words.put(cells[0].strip(), new Text(cells[1].strip(), cells[2].strip()));
        });
        return words;
    }

    /** A word that is not in the table stands as it is: the trail may be older or newer than this program. */
    static String word(String act, Language language) {
        return WORDS.getOrDefault(act, new Text(act, act)).in(language);
    }

    static String fact(String name, Language language) {
        return FACTS.getOrDefault(name, new Text(name, name)).in(language);
    }

    static List<Option> options(String chosen, Language language) {
        return WORDS.entrySet().stream()
                .map(act -> new Option(
                        act.getKey(), act.getValue().in(language), act.getKey().equals(chosen)))
                .toList();
    }
}
