-- Who changed what and when, but for figures, which have chains of their own. Each plan has a chain, and the server one
-- (`*`) for what belongs to no plan: accounts, tokens, imports. Only ever appended; the hash covers all but itself.
CREATE TABLE audit_event (
    chain       text        NOT NULL,
    seq         bigint      NOT NULL,
    -- the plan it is about, in whichever chain; null for what is about none
    plan        text,
    act         text        NOT NULL,
    -- what was changed, and how: objects whose values are texts
    subject     jsonb       NOT NULL,
    details     jsonb       NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text        NOT NULL,
    hash        bytea       NOT NULL,
    CONSTRAINT audit_event_pk PRIMARY KEY (chain, seq),
    CONSTRAINT audit_event_seq_ck CHECK (seq > 0),
    CONSTRAINT audit_event_plan_ck CHECK (chain = '*' OR plan = chain),
    CONSTRAINT audit_event_act_ck CHECK (act ~ '^[a-z_]+\.[a-z_]+$'),
    CONSTRAINT audit_event_hash_ck CHECK (octet_length(hash) = 32)
);
-- the order in which they are read
CREATE INDEX audit_event_time_ix ON audit_event (recorded_at, chain COLLATE "C", seq);

-- The last link of each of these chains. Whoever appends locks it, just before the end of the transaction.
CREATE TABLE audit_head (
    chain       text        NOT NULL,
    seq         bigint      NOT NULL DEFAULT 0,
    hash        bytea       NOT NULL DEFAULT decode(repeat('00', 32), 'hex'),
    recorded_at timestamptz NOT NULL DEFAULT 'epoch',
    CONSTRAINT audit_head_pk PRIMARY KEY (chain),
    CONSTRAINT audit_head_hash_ck CHECK (octet_length(hash) = 32)
);
