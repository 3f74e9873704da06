package org.targetwatch.page;

import org.targetwatch.access.Role;
import org.targetwatch.progress.Commitment;
import org.targetwatch.progress.Severity;
import org.targetwatch.progress.Status;
import org.targetwatch.web.Text;

/** The words of people for the constants of the program. */
public final class Words {
    private Words() {}

    public static Text of(Role role) {
        return switch (role) {
            case REPORTER -> new Text("填报人", "Reporter");
            case REVIEWER -> new Text("科室", "Office");
            case LEADER -> new Text("领导", "Leader");
            case VIEWER -> new Text("查阅", "Viewer");
            case ADMIN -> new Text("管理员", "Administrator");
        };
    }

    public static Text of(Status status) {
        return new Text(status.chinese(), status.english());
    }

    public static Text of(Commitment commitment) {
        return switch (commitment) {
            case GUARANTEED -> new Text("确保", "guaranteed");
            case STATED -> new Text("达到", "stated");
            case PLANNED -> new Text("计划", "planned");
            case STRIVE -> new Text("力争", "strive for");
            case PROMOTE -> new Text("推动", "promote");
        };
    }

    public static Text of(Severity severity) {
        return switch (severity) {
            case NONE -> new Text("无", "none");
            case INFO -> new Text("提示", "information");
            case WARNING -> new Text("警告", "warning");
            case CRITICAL -> new Text("严重", "critical");
        };
    }
}
