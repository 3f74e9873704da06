package org.targetwatch.scorecard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.targetwatch.access.Role;
import org.targetwatch.catalogue.CallersPlans;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.catalogue.Indicator;
import org.targetwatch.catalogue.Plan;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Status;
import org.targetwatch.web.Language;
import org.targetwatch.web.Paging;
import org.targetwatch.web.Parameters;
import org.targetwatch.web.Problem;
import org.targetwatch.web.Text;

@Path("/api/v1/plans/{plan}/scorecard")
@RolesAllowed(Role.EVERYBODY)
@Tag(name = "scorecard", description = "记分卡：承诺与进展对照 · promise against report")
public class ScorecardResource {
    private final CallersPlans plans;
    private final Scorecards scorecards;
    private final Clock clock;

    ScorecardResource(CallersPlans plans, Scorecards scorecards, Clock clock) {
        this.plans = plans;
        this.scorecards = scorecards;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "一个填报单位的全部记分卡 · all cards of a region",
            description = "Default region: the plan's own. Default period: each indicator's current one, the latest"
                    + " whose due day has passed or for which all have reported.")
    public RestResponse<List<CardAnswer>> list(
            @PathParam("plan") String plan,
            @QueryParam("region") @Nullable String region,
            @QueryParam("period") @Nullable String period,
            @QueryParam("status") @Nullable String status,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("size") @Nullable String size,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        Paging paging = Paging.of(size, after);
        Optional<Period> wanted = Parameters.optionalPeriod("period", period);
        Optional<Status> only = Parameters.optionalWord("status", status, Status.class);
        List<CardAnswer> answers = read(plan, knownAt, cards -> {
            Map<String, Period> current = cards.currentPeriods();
            return cards
                    .ofRegion(
                            region == null ? cards.plan().scope() : cards.plan().requireRegion(region))
                    .stream()
                    .filter(Card::isExpected)
                    .filter(card -> card.period().equals(wanted.orElse(current.get(card.indicator()))))
                    .filter(card -> only.map(card.assessment().status()::equals).orElse(true))
                    .filter(card -> after == null || card.indicator().compareTo(after) > 0)
                    .limit(paging.fetchSize())
                    .map(card -> answer(cards.plan(), card, current))
                    .toList();
        });
        return paging.answer(answers, CardAnswer::indicator, uri);
    }

    @GET
    @Path("/{indicator}/{region}")
    @Operation(summary = "一张记分卡及其计算过程 · one card and how it was reached")
    public WhyAnswer card(
            @PathParam("plan") String plan,
            @PathParam("indicator") String indicatorCode,
            @PathParam("region") String regionCode,
            @QueryParam("period") @Nullable String period,
            @QueryParam("knownAt") @Nullable String knownAt,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        Optional<Period> asked = Parameters.optionalPeriod("period", period);
        return read(plan, knownAt, cards -> {
            Indicator indicator = cards.plan().requireIndicator(indicatorCode);
            String region = cards.plan().requireRegion(regionCode);
            Map<String, Period> current = cards.currentPeriods();
            Period wanted = asked.orElse(current.get(indicator.code()));
            return cards.card(indicator.code(), region, wanted)
                    .filter(Card::isExpected)
                    .map(card -> WhyAnswer.of(card, answer(cards.plan(), card, current), cards, Language.of(language)))
                    .orElseThrow(() -> noCard(indicator, region, wanted));
        });
    }

    @GET
    @Path("/{indicator}/{region}/history")
    @Operation(summary = "各报告期的实际、序时目标与状态 · actual, expected and status by month")
    public List<CardAnswer> history(
            @PathParam("plan") String plan,
            @PathParam("indicator") String indicatorCode,
            @PathParam("region") String region,
            @QueryParam("knownAt") @Nullable String knownAt) {
        return read(plan, knownAt, cards -> {
            Indicator indicator = cards.plan().requireIndicator(indicatorCode);
            Map<String, Period> current = cards.currentPeriods();
            return cards.history(indicator.code(), cards.plan().requireRegion(region)).stream()
                    .filter(Card::isExpected)
                    .map(card -> answer(cards.plan(), card, current))
                    .toList();
        });
    }

    @GET
    @Path("/{indicator}/gap")
    @Operation(
            summary = "差距由谁承担 · whose share the gap is",
            description = "The signed count behind the gap of a region (default: the plan's own), split over the"
                    + " regions directly below; the parts and the unallocated rest sum to the total exactly.")
    public GapAnswer gap(
            @PathParam("plan") String plan,
            @PathParam("indicator") String indicatorCode,
            @QueryParam("region") @Nullable String regionCode,
            @QueryParam("period") @Nullable String period,
            @QueryParam("knownAt") @Nullable String knownAt) {
        Optional<Period> asked = Parameters.optionalPeriod("period", period);
        return read(plan, knownAt, cards -> {
            Indicator indicator = cards.plan().requireIndicator(indicatorCode);
            return below(cards, indicator, regionCode, asked, (card, below) -> GapAnswer.of(card, below, indicator));
        });
    }

    @GET
    @Path("/{indicator}/comparison")
    @Operation(
            summary = "各填报单位横向比较 · regions side by side",
            description = "The regions directly below a region (default: the plan's own). Shares are ranked by their"
                    + " Wilson 95% intervals, so a difference that may be luck makes nobody worse: a rank is 1 + the"
                    + " number of ranked regions whose interval lies wholly on the better side. Other ratios are ranked"
                    + " by value, quantities by completion rate. Not ranked, and with the reason: missing, no_target,"
                    + " too_small (denominator under 30), no_completion_rate, no_better_side; these put nobody down."
                    + " Confidential indicators are never ranked.")
    public ComparisonAnswer comparison(
            @PathParam("plan") String plan,
            @PathParam("indicator") String indicatorCode,
            @QueryParam("region") @Nullable String regionCode,
            @QueryParam("period") @Nullable String period,
            @QueryParam("knownAt") @Nullable String knownAt) {
        Optional<Period> asked = Parameters.optionalPeriod("period", period);
        return read(plan, knownAt, cards -> {
            Indicator indicator = common(cards.plan(), indicatorCode);
            return below(cards, indicator, regionCode, asked, (card, below) -> {
                Period current = cards.currentPeriods().get(indicator.code());
                return ComparisonAnswer.of(card, below, indicator, current);
            });
        });
    }

    private <T> T read(String code, @Nullable String knownAt, Function<PlanCards, T> reader) {
        Optional<Instant> moment = Parameters.knownAt(knownAt, clock);
        return moment.map(at ->
                        scorecards.readKnown(code, at, plans::seen, reader).orElseThrow(() -> Catalogue.noPlan(code)))
                .orElseGet(() -> scorecards.read(plans.require(code), reader));
    }

    /** Answers of a region's card (default: the plan's own) and those of the regions directly below. */
    private static <T> T below(
            PlanCards cards,
            Indicator indicator,
            @Nullable String code,
            Optional<Period> asked,
            BiFunction<Card, List<Card>, T> answer) {
        String region = code == null ? cards.plan().scope() : cards.plan().requireRegion(code);
        Period wanted = asked.orElseGet(() -> cards.currentPeriods().get(indicator.code()));
        Card card = cards.card(indicator.code(), region, wanted).orElseThrow(() -> noCard(indicator, region, wanted));
        List<String> children = cards.plan().regions().children(region);
        return answer.apply(card, cards.ofPeriod(indicator.code(), children, wanted));
    }

    private static Problem noCard(Indicator indicator, String region, Period period) {
        return Problem.notFound(Text.of(
                "%s 的指标 %s 在 %s 没有记分卡：该单位不涉及此指标，或该报告期尚未开始、不在计划之内。",
                "%s has no card for %s in %s: the indicator does not concern it, or the period has not begun or lies"
                        + " outside the plan.",
                region,
                indicator.code(),
                period));
    }

    private static CardAnswer answer(Plan plan, Card card, Map<String, Period> current) {
        return CardAnswer.of(card, plan.indicator(card.indicator()).orElseThrow(), current.get(card.indicator()));
    }

    /** One that may stand in a common view; a confidential one is answered as if there were none. */
    private static Indicator common(Plan plan, String code) {
        return plan.indicator(code)
                .filter(indicator -> !indicator.confidential())
                .orElseThrow(() -> plan.noIndicator(code));
    }
}
