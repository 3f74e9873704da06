package org.targetwatch.access;

import org.targetwatch.measure.Coded;

/** What somebody is in the bureau; each account and token has one. The constants are the words of {@code @RolesAllowed}. */
public enum Role implements Coded {
    /** 填报人: posts and reads the figures of the own region and below. */
    REPORTER(Role.REPORTERS),
    /** 科室: checks, chases and closes; answers for the indicators of the own offices. */
    REVIEWER(Role.REVIEWERS),
    /** 领导: reads everything, the confidential indicators too. */
    LEADER(Role.LEADERS),
    /** 查阅: reads what is not confidential. */
    VIEWER(Role.VIEWERS),
    /** 管理员: accounts, tokens, targets, plans, audit; nothing confidential. */
    ADMIN(Role.ADMINS);

    public static final String REPORTERS = "reporter";
    public static final String REVIEWERS = "reviewer";
    public static final String LEADERS = "leader";
    public static final String VIEWERS = "viewer";
    public static final String ADMINS = "admin";

    /** Whoever has a role at all, for what every one of them may read. */
    public static final String EVERYBODY = "everybody";

    /** Whoever has to choose another password, and may do nothing else. */
    public static final String CHANGING_PASSWORD = "must-change-password";

    private final String code;

    Role(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
