-- What regions promised beyond the catalogue, and each re-planning. Decisions are never changed: a later one replaces
-- an earlier one from its own month on, so every month is judged by the decision then in force.
CREATE TABLE target (
    plan           text        NOT NULL,
    region         text        NOT NULL,
    indicator      text        NOT NULL,
    number         integer     NOT NULL,
    effective_from integer     NOT NULL,
    value          numeric,
    stretch        numeric,
    low            numeric,
    high           numeric,
    baseline       numeric,
    trajectory     jsonb       NOT NULL,
    reason         text        NOT NULL,
    recorded_at    timestamptz NOT NULL,
    recorded_by    text        NOT NULL,
    CONSTRAINT target_pk PRIMARY KEY (plan, region, indicator, number)
);
