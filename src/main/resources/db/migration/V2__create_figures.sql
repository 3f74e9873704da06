-- Who sent a batch, and who answers for it.
CREATE TABLE batch (
    plan        text        NOT NULL,
    id          uuid        NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text        NOT NULL,
    prepared_by text,
    checked_by  text,
    approved_by text,
    CONSTRAINT batch_pk PRIMARY KEY (plan, id)
);

-- Every state of every figure, in base units, only ever appended. Revisions of one plan and region form a chain: seq runs
-- from 1 without gaps, and each hash covers the row's content and the hash before it, so a row that was changed, removed
-- or moved is found. One chain per region: counties never wait for each other.
-- Plan and region lead the keys of revision, figure and chain_head: a region's month is written and read together, and
-- region is the column by which these tables can be spread over servers, because every unique key contains it and all
-- joins between them stay on one server (batch, small, would be copied to each).
CREATE TABLE revision (
    plan        text        NOT NULL,
    region      text        NOT NULL,
    seq         bigint      NOT NULL,
    indicator   text        NOT NULL,
    period      integer     NOT NULL,
    value       numeric,
    numerator   numeric,
    denominator numeric,
    quality     text        NOT NULL,
    note        text,
    batch       uuid        NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text        NOT NULL,
    hash        bytea       NOT NULL,
    CONSTRAINT revision_pk PRIMARY KEY (plan, region, seq),
    CONSTRAINT revision_batch_fk FOREIGN KEY (plan, batch) REFERENCES batch (plan, id),
    CONSTRAINT revision_seq_ck CHECK (seq > 0),
    CONSTRAINT revision_amount_ck CHECK (
        value IS NOT NULL AND numerator IS NULL AND denominator IS NULL
        OR value IS NULL AND numerator IS NOT NULL AND denominator > 0),
    CONSTRAINT revision_quality_ck CHECK (quality IN ('preliminary', 'certified')),
    CONSTRAINT revision_hash_ck CHECK (octet_length(hash) = 32)
);
CREATE INDEX revision_figure_ix ON revision (plan, region, indicator, period, seq);

-- What counts now: a copy of the latest revision of each figure, so that writing and judging read one table by its key.
-- Without a foreign key: both rows are written together, and looking each up again would take most of a large batch's time.
CREATE TABLE figure (
    plan        text        NOT NULL,
    region      text        NOT NULL,
    indicator   text        NOT NULL,
    period      integer     NOT NULL,
    seq         bigint      NOT NULL,
    value       numeric,
    numerator   numeric,
    denominator numeric,
    quality     text        NOT NULL,
    note        text,
    recorded_at timestamptz NOT NULL,
    recorded_by text        NOT NULL,
    CONSTRAINT figure_pk PRIMARY KEY (plan, region, indicator, period)
);

-- The last link of each chain. Whoever writes figures of a region locks its head first, in code order.
CREATE TABLE chain_head (
    plan        text        NOT NULL,
    region      text        NOT NULL,
    seq         bigint      NOT NULL DEFAULT 0,
    hash        bytea       NOT NULL DEFAULT decode(repeat('00', 32), 'hex'),
    recorded_at timestamptz NOT NULL DEFAULT 'epoch',
    CONSTRAINT chain_head_pk PRIMARY KEY (plan, region),
    CONSTRAINT chain_head_hash_ck CHECK (octet_length(hash) = 32)
);
