package org.targetwatch.web;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.stream.Stream;

/** What a client is told about a failure that is not its own: whether to try again, and nothing about our insides. */
final class Unexpected {
    private Unexpected() {}

    static Problem of(Throwable exception) {
        boolean passing = Stream.iterate(exception, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(Unexpected::isPassing);
        return passing
                ? Problem.of(
                        Problem.Kind.UNAVAILABLE,
                        new Text(
                                "数据库暂时不可用，请稍后重试；重复提交不会重复入库。",
                                "The database is not available for the moment. Try again; sending twice stores once."))
                : Problem.of(
                        Problem.Kind.INTERNAL,
                        new Text(
                                "服务器出错，未保存任何内容。请把 instance 编号告诉管理员。",
                                "The server failed and stored nothing. Tell the administrator the number in instance."));
    }

    /** SQLSTATE class 08 is a lost connection, 57 a server that is going down or coming up. */
    private static boolean isPassing(Throwable cause) {
        return cause instanceof SQLTransientException
                || cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && (sql.getSQLState().startsWith("08")
                                || sql.getSQLState().startsWith("57P"));
    }
}
