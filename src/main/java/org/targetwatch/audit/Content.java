package org.targetwatch.audit;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a hash is taken of, in canonical form: one line {@code name=length:value} per field, in a fixed order, UTF-8,
 * length in bytes. Absent fields have no line, so a field that is introduced later leaves old hashes valid. Equal numbers
 * are written equally: without trailing zeros or exponent. There are no database ids in it, so an imported copy has the
 * same hashes.
 */
public final class Content {
    private final StringBuilder lines = new StringBuilder();

    public Content with(String name, @Nullable String value) {
        if (value != null) {
            int length = value.getBytes(StandardCharsets.UTF_8).length;
            lines.append(name)
                    .append('=')
                    .append(length)
                    .append(':')
                    .append(value)
                    .append('\n');
        }
        return this;
    }

    public Content with(String name, @Nullable BigDecimal value) {
        return with(name, value == null ? null : value.stripTrailingZeros().toPlainString());
    }

    public Content with(String name, long value) {
        return with(name, Long.toString(value));
    }

    public Content with(String name, Instant value) {
        return with(name, value.toString());
    }

    byte[] bytes() {
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Content other && toString().equals(other.toString());
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(toString());
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
