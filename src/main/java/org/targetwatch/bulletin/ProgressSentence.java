package org.targetwatch.bulletin;

import java.util.Optional;
import org.targetwatch.bulletin.Bulletin.Block.Paragraph;
import org.targetwatch.bulletin.Bulletin.Phrase;
import org.targetwatch.bulletin.Progress.Years;
import org.targetwatch.catalogue.Regions;
import org.targetwatch.measure.Exact;
import org.targetwatch.measure.Period;
import org.targetwatch.progress.Bound.Side;
import org.targetwatch.progress.Coverage;
import org.targetwatch.progress.Forecast;
import org.targetwatch.progress.Status;

/** One indicator told in whole sentences. */
final class ProgressSentence {
    private final Progress progress;
    private final Regions regions;
    private final Sentence sentence = new Sentence();

    private ProgressSentence(Progress progress, Regions regions) {
        this.progress = progress;
        this.regions = regions;
    }

    /** @param number in the list, from 1 */
    static Paragraph of(int number, Progress progress, Regions regions) {
        return new ProgressSentence(progress, regions).tell(number);
    }

    private Paragraph tell(int number) {
        sentence.say(number + ".").say(progress.indicator().name() + "。");
        progress.actual().ifPresent(this::reached);
        sentence.say((progress.actual().isPresent() ? "，" : "") + verdict() + "。");
        if (progress.status() != Status.ACHIEVED) {
            progress.forecast().ifPresent(this::forecast);
        }
        return sentence.paragraph();
    }

    private void reached(Phrase actual) {
        sentence.say(span()).say(actual);
        coverage();
        target();
        change();
        progress.years().ifPresent(this::year);
        pace();
    }

    /** {@code 1至9月累计}, {@code 截至9月末为}. */
    private String span() {
        Period period = progress.card().period();
        Period start = progress.indicator().rules().planStart();
        String month = period.monthOfYear() + "月";
        boolean sameYear = period.year() == start.year();
        if (!progress.indicator().rules().kind().isFlow()) {
            return "截至" + (sameYear ? "" : period.year() + "年") + month + "末为";
        }
        return period.equals(start)
                ? month + "为"
                : sameYear ? "1至" + month + "累计" : start.year() + "年1月至" + period.year() + "年" + month + "累计";
    }

    private void coverage() {
        Coverage coverage = progress.card().tally().coverage();
        if (coverage.allReported()) {
            return;
        }
        sentence.say(
                coverage.expected() == 1
                        ? "（本期未报，沿用前期数据）"
                        : coverage.missing() == 0
                                ? "（" + coverage.carried() + "个单位沿用前期数据）"
                                : coverage.carried() == 0
                                        ? "（" + coverage.missing() + "个单位未报）"
                                        : "（" + coverage.carried() + "个单位沿用前期数据，" + coverage.missing() + "个单位未报）");
    }

    private void target() {
        if (progress.comparesWithLastYear() || progress.bound().isEmpty()) {
            return;
        }
        progress.rate()
                .ifPresentOrElse(
                        rate -> sentence.say("，完成目标（")
                                .say(progress.target())
                                .say("）的")
                                .say(rate),
                        () -> sentence.say("，目标为").say(progress.target()));
    }

    private void change() {
        progress.change().ifPresent(change -> {
            if (progress.isMonthly()) {
                monthly(change);
            } else if (change.isZero()) {
                sentence.say("，与上月持平");
            } else {
                sentence.say("，比上月" + grown(change)).say(progress.size(change, "change"));
            }
        });
    }

    private void monthly(Exact change) {
        Period period = progress.card().period();
        if (!period.equals(progress.indicator().rules().planStart())) {
            sentence.say("，" + period.monthOfYear() + "月当月" + (change.isNegative() ? "核减" : ""))
                    .say(progress.size(change, "change"));
        }
    }

    private String grown(Exact change) {
        return progress.isPercent() ? change.isPositive() ? "提高" : "下降" : change.isPositive() ? "增加" : "减少";
    }

    /** 同比: of the regions that have both years. */
    private void year(Years years) {
        Exact change = years.now().minus(years.then());
        sentence.say(years.whole() ? "，同比" : "，可比口径同比");
        if (change.isZero()) {
            sentence.say("持平");
        } else if (progress.isPercent()) {
            sentence.say(grown(change)).say(Numerals.points(change, progress.card(), "year"));
        } else if (years.then().isZero()) {
            sentence.say(grown(change)).say(progress.size(change, "year.difference"));
        } else {
            Exact percent = change.dividedBy(years.then()).times(Exact.HUNDRED);
            sentence.say(change.isPositive() ? "增长" : "下降")
                    .say(Numerals.percent(percent.abs(), progress.card(), "year")
                            .withNumber(percent));
        }
    }

    // ---- against what should be reached ----

    private void pace() {
        if (!progress.isJudged()) {
            return;
        }
        if (progress.comparesWithLastYear()) {
            worstCounty();
        } else if (progress.isDecidedByTarget()) {
            distance();
        } else {
            progress.lagPoints().ifPresent(this::schedule);
        }
    }

    /** What must hold in every county is broken by the one that lags most. */
    private void worstCounty() {
        String region = progress.assessment().lagRegion();
        Exact points = progress.assessment().lagPoints();
        if (region != null && points != null && points.isPositive()) {
            boolean below = progress.indicator().target().direction().better().orElseThrow() == Side.LOWER;
            sentence.say((isWholeBetter() ? "，但" : "，其中")
                            + regions.find(region).orElseThrow().name()
                            + (below ? "比上年同期下降" : "比上年同期上升"))
                    .say(Numerals.percent(points, progress.card(), "lagPoints"));
        }
    }

    private boolean isWholeBetter() {
        boolean above = progress.indicator().target().direction().better().orElseThrow() == Side.LOWER;
        return progress.years()
                .map(years -> years.now().minus(years.then()))
                .filter(change -> above ? !change.isNegative() : !change.isPositive())
                .isPresent();
    }

    private void distance() {
        Exact lag = progress.assessment().lag();
        if (lag != null && lag.isPositive()) {
            boolean above = progress.bound().orElseThrow().side() == Side.UPPER;
            sentence.say(above ? "，超出目标" : "，距目标差").say(progress.size(lag, "lag"));
        }
    }

    private void schedule(Exact points) {
        if (points.isZero()) {
            sentence.say("，与序时进度持平");
        } else {
            sentence.say(points.isPositive() ? "，慢于序时进度" : "，快于序时进度")
                    .say(Numerals.points(points, progress.card(), "lagPoints"));
        }
    }

    private String verdict() {
        return switch (progress.status()) {
            case ACHIEVED -> "已达标";
            case ON_TRACK -> "进度正常";
            case BEHIND -> "进度滞后";
            case FAR_BEHIND -> "进度严重滞后";
            case MISSED -> "到期未达标";
            case NOT_DUE -> "未到考核期";
            case NO_TARGET -> "目标值待定，暂不考核";
            case UNKNOWN -> why() + "，暂不评判";
        };
    }

    private String why() {
        return Optional.ofNullable(progress.assessment().reason())
                .map(reason -> reason.chinese().replace("，不足以判定", ""))
                .orElse(Status.UNKNOWN.chinese());
    }

    private void forecast(Forecast.Estimate estimate) {
        sentence.say("按目前进度，预计" + progress.dueName() + "为")
                .say(value(estimate.value(), "forecast.value"))
                .say("（八成可能在")
                .say(value(estimate.low(), "forecast.low"))
                .say("至")
                .say(value(estimate.high(), "forecast.high"))
                .say("之间），实现目标的可能性约")
                .say(probability(estimate))
                .say("。");
    }

    private Phrase value(Exact value, String field) {
        return Numerals.estimate(value, progress.measure(), progress.card(), field);
    }

    private Phrase probability(Forecast.Estimate estimate) {
        Exact percent = estimate.probability().times(Exact.HUNDRED);
        return Numerals.percent(percent, progress.card(), "forecast.probability")
                .worth(Exact.ONE.dividedBy(Exact.HUNDRED).rounded());
    }
}
