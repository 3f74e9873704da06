-- A card is derived: it can be computed again from figures, targets and the catalogue at any time.
-- Region first in the key: a scorecard is one region's cards, a gap split those of its direct children.
CREATE TABLE card (
    plan                   text     NOT NULL,
    region                 text     NOT NULL,
    indicator              text     NOT NULL,
    period                 integer  NOT NULL,
    -- what arrived, itself and below, in base units; parents sum these of their children
    value                  numeric,
    numerator              numeric,
    denominator            numeric,
    regions_expected       integer  NOT NULL,
    regions_reported       integer  NOT NULL,
    regions_carried        integer  NOT NULL,
    regions_missing        integer  NOT NULL,
    missing_denominator    numeric,
    comparable_value       numeric,
    comparable_numerator   numeric,
    comparable_denominator numeric,
    last_year_value        numeric,
    last_year_numerator    numeric,
    last_year_denominator  numeric,
    -- last year's figures of the due month, for the forecast
    due_last_year_value       numeric,
    due_last_year_numerator   numeric,
    due_last_year_denominator numeric,
    -- what was promised
    bound                  text,
    target                 numeric,
    stretch                numeric,
    floor                  numeric,
    baseline               numeric,
    -- how far it is
    actual                 numeric,
    expected               numeric,
    completion_rate        numeric,
    gap                    numeric,
    gap_count              numeric,
    lag                    numeric,
    lag_points             numeric,
    lag_region             text,
    required_per_month     numeric,
    low                    numeric,
    high                   numeric,
    met                    boolean,
    status                 smallint NOT NULL,
    reason                 text,
    severity               smallint NOT NULL,
    forecast               numeric,
    forecast_low           numeric,
    forecast_high          numeric,
    forecast_probability   numeric,
    forecast_reason        text,
    -- The transaction that wrote the row. A reader asks for everything from the oldest transaction that was still
    -- running at its last look, so a row committed late is not overlooked, as it would be with a sequence.
    version                bigint   NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
    CONSTRAINT card_pk PRIMARY KEY (plan, region, indicator, period),
    CONSTRAINT card_bound_ck CHECK (bound IN ('lower', 'upper'))
);
CREATE INDEX card_version_ix ON card (version);

-- What must be judged again. Rows are only inserted by those who change data, so nobody ever waits for judging.
CREATE TABLE judging_note (
    id          bigint      GENERATED ALWAYS AS IDENTITY,
    plan        text        NOT NULL,
    indicator   text        NOT NULL,
    region      text        NOT NULL,
    depth       smallint    NOT NULL,
    from_period integer     NOT NULL,
    noted_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT judging_note_pk PRIMARY KEY (id)
);
CREATE INDEX judging_note_depth_ix ON judging_note (depth DESC, id);

-- The business date up to which each plan's calendar (month ends, due days) has been noted for judging.
CREATE TABLE judged_day (
    plan text NOT NULL,
    day  date NOT NULL,
    CONSTRAINT judged_day_pk PRIMARY KEY (plan)
);
