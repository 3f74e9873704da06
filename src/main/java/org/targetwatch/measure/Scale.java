package org.targetwatch.measure;

/** How numerator over denominator is expressed. */
public enum Scale implements Coded {
    /** 0 to 100: 93 means 93%. */
    PERCENT("percent", Exact.HUNDRED),
    /** The plain quotient, as in 元/人. Also the scale of quantities, which need none. */
    PER_UNIT("per-unit", Exact.ONE);

    private final String code;
    private final Exact factor;

    Scale(String code, Exact factor) {
        this.code = code;
        this.factor = factor;
    }

    @Override
    public String code() {
        return code;
    }

    /** What numerator ÷ denominator is multiplied by. */
    public Exact factor() {
        return factor;
    }
}
