package org.targetwatch.intake;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.targetwatch.Leshan.quantity;
import static org.targetwatch.Leshan.report;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DemoAmongRealFiguresTest {
    @Inject
    DemoFigures demo;

    @Test
    void demonstration_onADatabaseWithOtherFigures_isRefused() {
        report(quantity("major-project-investment", "511102", "2020-09", "1.25", "亿元"));

        assertThatThrownBy(() -> demo.post("seeds/demo/leshan-2020"))
                .isInstanceOf(PreventFurtherStepsException.class)
                .hasMessageContainingAll("数据库中已有并非演示数据的填报数据", "targetwatch.data-dir");
    }
}
