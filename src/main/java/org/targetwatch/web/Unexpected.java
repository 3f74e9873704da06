package org.targetwatch.web;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.stream.Stream;

/** What a client is told about a failure that is not its own: whether to try again, and nothing about our insides. */
final class Unexpected {
    private Unexpected() {}

    static Problem of(Throwable exception) {
        return behind(exception, 20).anyMatch(Unexpected::isPassing)
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

    /** What caused the failure; a commit that failed carries its reason beside it. */
    private static Stream<Throwable> behind(Throwable failure, int depth) {
        return depth == 0
                ? Stream.of()
                : Stream.concat(
                        Stream.of(failure),
                        Stream.concat(Stream.ofNullable(failure.getCause()), Stream.of(failure.getSuppressed()))
                                .flatMap(cause -> behind(cause, depth - 1)));
    }

    /** SQLSTATE class 08 is a lost connection, 53 a server without disk or memory, 57P one that is going down or coming up. */
    private static boolean isPassing(Throwable cause) {
        return cause instanceof SQLTransientException
                || cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && Stream.of("08", "53", "57P").anyMatch(sql.getSQLState()::startsWith);
    }
}
