package org.targetwatch.bench.speed;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.targetwatch.Territory;
import org.targetwatch.bench.speed.Load.Request;

/** A program that has been in service for a while, with the plans of a city and of a province. */
@TestMethodOrder(OrderAnnotation.class)
class ServiceBench {
    private static final Duration WARMING = Duration.ofSeconds(150);

    @TempDir
    static Path folder;

    private static Service service;
    private static Bureau city;
    private static Posts posts;

    /** A year of the city is posted, and then again and again, as if by its counties for months. */
    @BeforeAll
    static void warmUp() throws Exception {
        service = Service.start(folder, Year.LAST_DAY, List.of(Territory.CITY, Territory.PROVINCE));
        service.awaitJudged();
        city = new Bureau(service, Territory.CITY);
        List<Request> year = new ArrayList<>();
        for (int county = 0; county < Territory.CITY.counties().size(); county++) {
            year.add(city.post(county, "year-" + county, Territory.CITY.year(county, 0)));
        }
        service.load(year);
        posts = new Posts(city, Territory.MONTHS);
        service.warmUp(WARMING, () -> posts.of(1));
    }

    @AfterAll
    static void stop() throws SQLException {
        service.close();
    }

    @Test
    @Order(1)
    void posts() throws Exception {
        posts.measure();
    }

    @Test
    @Order(2)
    void freshness() throws Exception {
        new Freshness(city, Territory.MONTHS).measure();
    }

    @Test
    @Order(3)
    void city() throws Exception {
        Year year = new Year("City", city);
        year.judge();
        year.read();
    }

    @Test
    @Order(4)
    void province() throws Exception {
        Year year = new Year("Province", new Bureau(service, Territory.PROVINCE));
        year.take(0);
        year.judge();
        year.read();
    }
}
