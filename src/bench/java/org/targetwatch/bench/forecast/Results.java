package org.targetwatch.bench.forecast;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.targetwatch.bench.forecast.Shape.Noise;

/** The tables of {@code docs/forecast.md}, as Markdown. */
final class Results {
    private static final String HEADER =
            """
            | %s | forecasts | inside 80%% | below | above | interval cost ÷ line's | Brier | base rate's | line's | line inside |
            |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
            """;

    private final Backtest training;
    private final Backtest evaluation;
    private final List<Trial> trained;
    private final List<Trial> evaluated;

    Results(Backtest training, Backtest evaluation) {
        this.training = training;
        this.evaluation = evaluation;
        this.trained = training.trials();
        this.evaluated = evaluation.trials();
    }

    Score overall() {
        return score(evaluated);
    }

    /** By 'flows' and 'stocks'. */
    Map<String, Score> byKind() {
        return by(evaluated, trial -> trial.shape().kind().toString());
    }

    String markdown() {
        return String.join(
                "\n",
                "Evaluation seed %d, training seed %d; %d years of each of %d shapes at each of 3 noise levels."
                        .formatted(evaluation.seed(), training.seed(), evaluation.years(), Backtest.SHAPES.size()),
                "",
                table("evaluation", kinds(evaluated)),
                table("training seed, training shapes", kinds(trainedUpon())),
                table("evaluation, by shape (\\* = took no part in the training)", by(evaluated, Results::shape)),
                table("evaluation, by noise", by(evaluated, Results::noise)),
                table("evaluation, by month of the forecast", byMonth()),
                reliability());
    }

    private List<Trial> trainedUpon() {
        return trained.stream().filter(trial -> trial.shape().trains()).toList();
    }

    private static Map<String, Score> kinds(List<Trial> trials) {
        Map<String, Score> scores = new LinkedHashMap<>();
        scores.put("**all**", score(trials));
        scores.putAll(by(trials, trial -> trial.shape().kind().toString()));
        return scores;
    }

    private static String shape(Trial trial) {
        String name = trial.shape().kind() == Shape.Kind.FLOW ? "flow: " : "stock: ";
        return name + trial.shape().name() + (trial.shape().trains() ? "" : " \\*");
    }

    private static String noise(Trial trial) {
        Noise noise = trial.noise();
        return noise.name().toLowerCase(Locale.ROOT) + " (" + noise.spread() + ")";
    }

    private Map<String, Score> byMonth() {
        return new TreeMap<>(by(evaluated, trial -> "2020-%02d".formatted(trial.month())));
    }

    private static Map<String, Score> by(List<Trial> trials, Function<Trial, String> group) {
        return trials.stream()
                .collect(Collectors.groupingBy(
                        group, LinkedHashMap::new, Collectors.collectingAndThen(Collectors.toList(), Results::score)));
    }

    private static Score score(List<Trial> trials) {
        Score score = new Score();
        trials.forEach(score::add);
        return score;
    }

    private static String table(String title, Map<String, Score> scores) {
        StringBuilder table = new StringBuilder(HEADER.formatted(title));
        scores.forEach((name, score) -> table.append(row(name, score)));
        return table.toString();
    }

    private static String row(String name, Score score) {
        return "| %s | %d | %s | %s | %s | %.2f | %.3f | %.3f | %.3f | %s |%n"
                .formatted(
                        name,
                        score.forecasts(),
                        percent(score.coverage()),
                        percent(score.below()),
                        percent(score.above()),
                        score.relativeCost(),
                        score.brier(),
                        score.constantBrier(),
                        score.lineBrier(),
                        percent(score.lineCoverage()));
    }

    /** Of the forecasts that said about 30%, how many came true? */
    private String reliability() {
        StringBuilder table = new StringBuilder("| said | forecasts | on average | came true |\n|---|--:|--:|--:|\n");
        by(evaluated, trial -> "%02d".formatted(Math.min(9, (int) (trial.probability() * 10)))).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(tenth -> table.append(tenth(Integer.parseInt(tenth.getKey()), tenth.getValue())));
        return table.toString();
    }

    private static String tenth(int tenth, Score score) {
        return "| %d–%d%% | %d | %s | %s |%n"
                .formatted(
                        10 * tenth,
                        10 * tenth + 10,
                        score.forecasts(),
                        percent(score.meanProbability()),
                        percent(score.baseRate()));
    }

    private static String percent(double share) {
        return "%.1f%%".formatted(100 * share);
    }
}
