package org.targetwatch.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final String HERE = "10.0.0.1";

    private final Hands clock = new Hands();
    private final Throttle throttle = new Throttle(clock);

    /** A clock that stands still until it is moved. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2020-11-09T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private void fail(int times) {
        for (int count = 0; count < times; count++) {
            throttle.begin("zhang", HERE);
        }
    }

    @Test
    void attempts_upToTen_areFree() {
        fail(9);
        assertThat(throttle.wait("zhang", HERE)).isEmpty();
    }

    @Test
    void attempts_beyondTen_waitTwiceAsLongEachTime() {
        fail(10);
        assertThat(throttle.wait("zhang", HERE)).contains(Duration.ofSeconds(1));
        fail(1);
        assertThat(throttle.wait("zhang", HERE)).contains(Duration.ofSeconds(2));
        fail(40);
        assertThat(throttle.wait("zhang", HERE)).contains(Duration.ofMinutes(5));
        clock.now = clock.now.plus(Duration.ofMinutes(5));
        assertThat(throttle.wait("zhang", HERE)).isEmpty();
    }

    @Test
    void attempts_fromElsewhereOrAtAnotherAccount_areNotConcerned() {
        fail(50);
        assertThat(throttle.wait("zhang", "10.0.0.2")).isEmpty();
        assertThat(throttle.wait("li", HERE)).isEmpty();
    }

    @Test
    void success_forgetsTheFailures() {
        fail(50);
        throttle.succeeded("zhang", HERE);
        assertThat(throttle.wait("zhang", HERE)).isEmpty();
    }

    @Test
    void addresses_ofOneIpv6Network_areOne() {
        assertThat(Address.network("2001:db8:1:2:aaaa:bbbb:cccc:dddd")).isEqualTo("2001:db8:1:2");
        assertThat(Address.network("10.0.0.1")).isEqualTo("10.0.0.1");
    }
}
