package org.targetwatch.bench.forecast;

/** How well a group of forecasts did, beside the straight line's and the best constant. */
final class Score {
    /** What lies outside an 80% interval costs ten times its distance (the interval score of Gneiting and Raftery). */
    private static final double MISS = 10;

    private int forecasts;
    private int below;
    private int above;
    private int lineCovered;
    private int met;
    private double probability;
    private double squares;
    private double lineSquares;
    private double cost;
    private double lineCost;

    void add(Trial trial) {
        forecasts++;
        below += trial.end() < trial.low() ? 1 : 0;
        above += trial.end() > trial.high() ? 1 : 0;
        met += trial.met() ? 1 : 0;
        probability += trial.probability();
        squares += square(trial.probability(), trial.met());
        cost += cost(trial, trial.low(), trial.high());
        addLine(trial);
    }

    private void addLine(Trial trial) {
        StraightLine line = trial.line();
        lineCovered += trial.end() >= line.low() && trial.end() <= line.high() ? 1 : 0;
        lineSquares += square(trial.lineProbability(), trial.met());
        lineCost += cost(trial, line.low(), line.high());
    }

    private static double square(double probability, boolean met) {
        double miss = probability - (met ? 1 : 0);
        return miss * miss;
    }

    private static double cost(Trial trial, double low, double high) {
        double outside = Math.max(0, low - trial.end()) + Math.max(0, trial.end() - high);
        return (high - low + MISS * outside) / trial.size();
    }

    int forecasts() {
        return forecasts;
    }

    /** Share of due months inside the 80% interval. */
    double coverage() {
        return 1 - share(below) - share(above);
    }

    double lineCoverage() {
        return share(lineCovered);
    }

    double below() {
        return share(below);
    }

    double above() {
        return share(above);
    }

    /** Share of targets that were met. */
    double baseRate() {
        return share(met);
    }

    double meanProbability() {
        return probability / forecasts;
    }

    double brier() {
        return squares / forecasts;
    }

    double lineBrier() {
        return lineSquares / forecasts;
    }

    /** Of always saying this very group's base rate: the best that a constant can do. */
    double constantBrier() {
        return baseRate() * (1 - baseRate());
    }

    /** Interval score as a share of the straight line's; below 1 is better. */
    double relativeCost() {
        return cost / lineCost;
    }

    private double share(int count) {
        return (double) count / forecasts;
    }
}
