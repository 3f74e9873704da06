package org.targetwatch.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.targetwatch.audit.Chain;
import org.targetwatch.audit.Chain.Link;
import org.targetwatch.catalogue.Catalogue;
import org.targetwatch.figure.Figure.Key;
import org.targetwatch.figure.Figures.Filter;
import org.targetwatch.figure.FiguresChanged.Change;
import org.targetwatch.measure.Amount;
import org.targetwatch.measure.Amount.Quantity;
import org.targetwatch.measure.Amount.Ratio;
import org.targetwatch.measure.Period;
import org.targetwatch.measure.Series;

@QuarkusTest
class FiguresTest {
    private static final String PLAN = "leshan-2020";
    private static final String PLACES = "new-public-kindergarten-places";
    private static final String SHARE = "oversized-class-rate";

    @Inject
    Catalogue catalogue;

    @Inject
    Figures figures;

    @Inject
    Heard heard;

    @Inject
    DataSource database;

    /** Takes down what is announced. */
    @ApplicationScoped
    public static class Heard {
        private final List<FiguresChanged> all = new ArrayList<>();

        synchronized void changed(@Observes FiguresChanged event) {
            all.add(event);
        }

        synchronized List<FiguresChanged> ofPlaces(String region) {
            return all.stream()
                    .filter(event -> event.changes().stream()
                            .anyMatch(change -> change.region().equals(region)
                                    && change.indicator().equals(PLACES)))
                    .toList();
        }
    }

    private static Figure places(String region, int month, String value) {
        return new Figure(PLACES, region, Period.of(2020, month), new Quantity(new BigDecimal(value)), null, null);
    }

    private static Figure share(String region, int month, String numerator, String denominator) {
        Ratio ratio = new Ratio(new BigDecimal(numerator), new BigDecimal(denominator));
        return new Figure(SHARE, region, Period.of(2020, month), ratio, Quality.CERTIFIED, "1 & \"2\"\n三");
    }

    private Outcome record(Figure... batch) {
        Signatures signatures = new Signatures("甲", null, "丙", LocalDate.of(2020, 11, 1));
        return figures.record(
                new Batch(new Act(PLAN, "tester", LocalDate.of(2020, 11, 9), signatures), List.of(batch)));
    }

    @Test
    void series_asked_holdCurrentFiguresByPeriod() {
        record(places("511102", 3, "10"), places("511102", 1, "5"), share("511102", 3, "2.50", "100"));
        record(places("511102", 3, "12"));
        Series places = new Series(PLACES, "511102");
        Series never = new Series(PLACES, "513436");
        Series shares = new Series(SHARE, "511102");
        Map<Series, NavigableMap<Period, Amount>> known = figures.series(PLAN, List.of(places, never, shares));
        assertThat(known.get(places).keySet()).containsExactly(Period.of(2020, 1), Period.of(2020, 3));
        assertThat(known.get(places).get(Period.of(2020, 3)).sameAs(new Quantity(new BigDecimal(12))))
                .isTrue();
        assertThat(known.get(shares)
                        .get(Period.of(2020, 3))
                        .sameAs(new Ratio(new BigDecimal("2.5"), new BigDecimal(100))))
                .isTrue();
        assertThat(known.get(never)).isEmpty();
    }

    @Test
    void series_asKnownThen_holdWhatWasCurrentThen() {
        Series series = new Series(PLACES, "511111");
        Instant before = Instant.now();
        record(places("511111", 1, "5"));
        Instant first = recordedAt("511111", 1, 0);
        record(places("511111", 1, "6"), places("511111", 2, "7"));
        Instant second = recordedAt("511111", 1, 1);
        assertThat(knownValues(series, before.minusSeconds(1))).isEmpty();
        assertThat(knownValues(series, first)).containsExactly("5");
        assertThat(knownValues(series, second)).containsExactly("6", "7");
        assertThat(knownValues(series, second.minusNanos(1_000))).containsExactly("5");
    }

    private Instant recordedAt(String region, int month, int revision) {
        return figures.history(PLAN, new Key(PLACES, region, Period.of(2020, month)))
                .get(revision)
                .recordedAt();
    }

    private List<String> knownValues(Series series, Instant knownAt) {
        return figures.series(PLAN, List.of(series), knownAt).get(series).values().stream()
                .map(amount -> ((Quantity) amount).value().toPlainString())
                .toList();
    }

    @Test
    void batch_changingSeveralSeries_isAnnouncedOnceWithTheEarliestPeriodOfEach() {
        record(places("511112", 1, "1"), places("511112", 2, "2"));
        record(
                places("511112", 1, "1"),
                places("511112", 3, "3"),
                places("511112", 2, "2.5"),
                share("511112", 4, "1", "2"));
        assertThat(heard.ofPlaces("511112")).hasSize(2);
        assertThat(heard.ofPlaces("511112").get(1).changes())
                .containsExactlyInAnyOrder(
                        new Change(PLACES, "511112", Period.of(2020, 2)),
                        new Change(SHARE, "511112", Period.of(2020, 4)));
    }

    @Test
    void batch_withoutNews_isNotAnnouncedAndKeepsNoTrace() {
        Figure figure = places("511113", 1, "1.50");
        record(figure);
        assertThat(record(places("511113", 1, "1.5"))).isEqualTo(new Outcome(1, 0, 0, 1, Set.of(), List.of()));
        assertThat(heard.ofPlaces("511113")).hasSize(1);
        assertThat(figures.history(PLAN, figure.key())).hasSize(1);
    }

    @Test
    void batch_withTheSameKeyTwice_isABrokenPromise() {
        assertThatThrownBy(() -> record(places("511123", 1, "1"), places("511123", 1, "2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two figures");
    }

    @Test
    void revisions_ofARegion_formOneWholeChain() {
        record(places("511124", 1, "1000000000000.000001"), share("511124", 1, "0", "7"));
        record(share("511124", 1, "1", "7"), places("511124", 2, "20"));
        record(places("511124", 1, "1E+3"));
        List<Revision> chain = figures
                .current(catalogue.require(PLAN), new Filter(null, "511124", null, null), Optional.empty(), 1_000)
                .stream()
                .flatMap(figure -> figures.history(PLAN, figure.figure().key()).stream())
                .sorted(Comparator.comparing(Revision::seq))
                .toList();
        List<Link> links = chain.stream().map(Revision::link).toList();
        assertThat(links).hasSizeGreaterThanOrEqualTo(5);
        assertThat(Chain.firstBreak(links, chain.get(chain.size() - 1).head())).isEmpty();
        assertThat(chain).isSortedAccordingTo(Comparator.comparing(Revision::recordedAt));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE revision SET value = 0",
                "DELETE FROM revision",
                "TRUNCATE revision",
                "UPDATE batch SET recorded_by = 'x'",
                "DELETE FROM batch",
                "DELETE FROM figure",
                "DELETE FROM chain_head",
                "ALTER TABLE revision DISABLE TRIGGER ALL"
            })
    void serviceRole_tryingToRewriteHistory_isRefused(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }
}
