package org.targetwatch.page.admin;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Role;
import org.targetwatch.audit.AuditResource.BreakAnswer;
import org.targetwatch.audit.AuditResource.Verification;
import org.targetwatch.audit.Chain.Cause;
import org.targetwatch.audit.EventAnswer;
import org.targetwatch.audit.Events;
import org.targetwatch.audit.Verifier;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Coded;
import org.targetwatch.page.Line;
import org.targetwatch.page.Names;
import org.targetwatch.page.Option;
import org.targetwatch.page.Shell;
import org.targetwatch.page.Shown;
import org.targetwatch.page.Words;
import org.targetwatch.web.Language;
import org.targetwatch.web.Text;

/** Reads the trail and puts it in the reader's words. */
@ApplicationScoped
class AuditDesk {
    private static final int SIZE = 50;
    private static final int DIGITS = 12;

    private final Shell shell;
    private final Events events;
    private final Verifier verifier;
    private final CallersPlans plans;
    private final Clock clock;

    AuditDesk(Shell shell, Events events, Verifier verifier, CallersPlans plans, Clock clock) {
        this.shell = shell;
        this.events = events;
        this.verifier = verifier;
        this.plans = plans;
        this.clock = clock;
    }

    AuditView read(AuditWish wish, @Nullable String after, boolean verify) {
        Language language = shell.language();
        List<EventAnswer> fetched = events.newest(wish.filter(clock), after, SIZE + 1);
        List<EventAnswer> shown = fetched.stream().limit(SIZE).toList();
        Map<String, Plan> known = plans.all().stream().collect(toMap(Plan::code, plan -> plan));
        return new AuditView(
                wish,
                plans.all().stream()
                        .map(plan ->
                                new Option(plan.code(), plan.code(), plan.code().equals(wish.plan())))
                        .toList(),
                Acts.options(wish.act(), language),
                shown.stream()
                        .map(event -> line(event, Optional.ofNullable(known.get(String.valueOf(event.plan())))))
                        .toList(),
                after == null ? null : wish.address().toString(),
                fetched.size() > SIZE
                        ? wish.address()
                                .with("after", shown.get(SIZE - 1).key())
                                .toString()
                        : null,
                wish.file("csv", clock).toString(),
                wish.file("jsonl", clock).toString(),
                verify ? proof(verifier.verify(null)) : null);
    }

    private AuditView.Line line(EventAnswer event, Optional<Plan> plan) {
        return new AuditView.Line(
                Shown.moment(event.recordedAt(), clock.getZone()),
                event.recordedBy(),
                Acts.word(event.act(), shell.language()),
                event.plan() == null ? "" : event.plan(),
                event.withheld(),
                Stream.of(event.subject(), event.details())
                        .flatMap(facts -> facts.named().entrySet().stream())
                        .map(fact -> new AuditView.Fact(
                                Acts.fact(fact.getKey(), shell.language()),
                                value(fact.getKey(), fact.getValue(), plan)))
                        .toList(),
                event.chain() + " " + event.seq() + " · " + event.hash().substring(0, DIGITS));
    }

    private String value(String name, String value, Optional<Plan> plan) {
        Language language = shell.language();
        return switch (name) {
            case "indicator" ->
                plan.flatMap(known -> known.indicator(value))
                        .map(indicator -> Line.name(indicator, language))
                        .orElse(value);
            case "region" ->
                plan.filter(known -> known.regions().contains(value))
                        .map(known -> Names.of(known, value, language))
                        .orElse(value);
            case "role" ->
                Coded.parse(Role.class, value)
                        .map(role -> Words.of(role).in(language))
                        .orElse(value);
            default -> value;
        };
    }

    private AuditView.Proof proof(Verification found) {
        return new AuditView.Proof(
                Shown.moment(found.verifiedAt(), clock.getZone()),
                found.chains(),
                found.links(),
                found.breaks().stream()
                        .map(broken -> broken(broken).in(shell.language()))
                        .toList());
    }

    private static Text broken(BreakAnswer broken) {
        return Text.of(
                "%s %s %s 第 %s 条：%s",
                "%s %s %s, record %s: %s",
                broken.kind(),
                broken.plan() == null ? "*" : broken.plan(),
                broken.region() == null ? "" : broken.region(),
                broken.seq(),
                word(broken.cause()));
    }

    private static Text word(Cause cause) {
        return switch (cause) {
            case CHANGED -> new Text("与写入时不同", "it is not the one that was written");
            case MISSING -> new Text("缺失", "it is gone");
            case ADDED -> new Text("并非本系统写入", "the program never wrote it");
            case RESEALED -> new Text("封存后整链被重写", "the chain was written anew since it was sealed");
            case OUT_OF_STEP -> new Text("现值与最后一条记录不符", "what counts now is not what the last record says");
        };
    }
}
