package org.targetwatch.bench.forecast;

/**
 * One way in which years go.
 *
 * @param trains whether its training histories took part in finding the constants of the method; the others are news
 *     to it
 */
record Shape(String name, Kind kind, boolean trains, Course course) {
    enum Kind {
        FLOW("flows"),
        STOCK("stocks");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /** How a year of this shape comes about. */
    interface Course {
        History draw(Dice dice, Noise noise);
    }

    /** How unsteady the months are: the relative deviation of one month's amount. */
    enum Noise {
        QUIET(0.1),
        USUAL(0.35),
        NOISY(0.8);

        private final double spread;

        Noise(double spread) {
            this.spread = spread;
        }

        double spread() {
            return spread;
        }
    }

    static Shape training(String name, Kind kind, Course course) {
        return new Shape(name, kind, true, course);
    }

    static Shape unseen(String name, Kind kind, Course course) {
        return new Shape(name, kind, false, course);
    }
}
