-- A figure counts from the moment it is reported; the office accepts it or returns it, and whoever reported it may take
-- it back. Each of these is a revision of its own: it repeats the amount and changes the state.
ALTER TABLE revision
    ADD COLUMN state  text NOT NULL DEFAULT 'provisional',
    ADD COLUMN reason text,
    ADD CONSTRAINT revision_state_ck CHECK (state IN ('provisional', 'accepted', 'returned', 'withdrawn')),
    ADD CONSTRAINT revision_reason_ck CHECK (state IN ('provisional', 'accepted') OR reason IS NOT NULL);

ALTER TABLE figure
    ADD COLUMN state       text NOT NULL DEFAULT 'provisional',
    ADD COLUMN reason      text,
    -- the business date of the first report, which decides whether it came in time
    ADD COLUMN received_on date,
    ADD CONSTRAINT figure_state_ck CHECK (state IN ('provisional', 'accepted', 'returned', 'withdrawn'));
UPDATE figure SET received_on = (recorded_at AT TIME ZONE 'Asia/Shanghai')::date;
ALTER TABLE figure ALTER COLUMN received_on SET NOT NULL;

ALTER TABLE batch
    -- the business date on which it arrived; of older batches the day of recorded_at
    ADD COLUMN received_on date,
    -- 数据截止日期
    ADD COLUMN as_of       date;

-- 关账 and what reopened it again, in one chain for each plan. The hash of a closing is the seal over all regions' chains
-- as they were. Only ever appended.
CREATE TABLE closing (
    plan        text        NOT NULL,
    seq         bigint      NOT NULL,
    period      integer     NOT NULL,
    act         text        NOT NULL,
    -- of a closing: the hash over its rows of sealed_head
    heads       bytea,
    -- a reopening is for this region and everything below it, up to and including this business date
    region      text,
    until       date,
    reason      text,
    recorded_at timestamptz NOT NULL,
    recorded_by text        NOT NULL,
    hash        bytea       NOT NULL,
    CONSTRAINT closing_pk PRIMARY KEY (plan, seq),
    CONSTRAINT closing_seq_ck CHECK (seq > 0),
    CONSTRAINT closing_act_ck CHECK (
        act = 'closed' AND octet_length(heads) = 32 AND region IS NULL AND until IS NULL
        OR act = 'reopened' AND heads IS NULL AND region IS NOT NULL AND until IS NOT NULL AND reason IS NOT NULL),
    CONSTRAINT closing_hash_ck CHECK (octet_length(hash) = 32)
);

-- The last link of each region's chain when a period was closed.
CREATE TABLE sealed_head (
    plan    text   NOT NULL,
    closing bigint NOT NULL,
    region  text   NOT NULL,
    seq     bigint NOT NULL,
    hash    bytea  NOT NULL,
    CONSTRAINT sealed_head_pk PRIMARY KEY (plan, closing, region),
    CONSTRAINT sealed_head_closing_fk FOREIGN KEY (plan, closing) REFERENCES closing (plan, seq)
);

-- 不适用: a region that an indicator does not apply to from a month on, or applies to again. The last number counts.
CREATE TABLE exemption (
    plan           text        NOT NULL,
    region         text        NOT NULL,
    indicator      text        NOT NULL,
    number         integer     NOT NULL,
    effective_from integer     NOT NULL,
    exempt         boolean     NOT NULL,
    reason         text        NOT NULL,
    recorded_at    timestamptz NOT NULL,
    recorded_by    text        NOT NULL,
    CONSTRAINT exemption_pk PRIMARY KEY (plan, region, indicator, number),
    CONSTRAINT exemption_number_ck CHECK (number > 0)
);
