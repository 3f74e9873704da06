-- 督办单. What it was opened for never changes. Phase and due day are the sum of its steps; they are repeated here for the
-- index that lets only one of several replicas open a slip, and for what is counted.
CREATE TABLE slip (
    plan       text     NOT NULL,
    number     integer  NOT NULL,
    indicator  text     NOT NULL,
    region     text     NOT NULL,
    offices    text     NOT NULL,
    cause      text     NOT NULL,
    -- what the card said then
    period     integer  NOT NULL,
    status     smallint NOT NULL,
    actual     numeric,
    target     numeric,
    expected   numeric,
    gap        numeric,
    gap_count  numeric,
    lag_points numeric,
    shares     text     NOT NULL,
    phase      text     NOT NULL,
    due        date,
    CONSTRAINT slip_pk PRIMARY KEY (plan, number),
    CONSTRAINT slip_number_ck CHECK (number > 0),
    CONSTRAINT slip_cause_ck CHECK (cause IN ('rule', 'hand', 'alert')),
    CONSTRAINT slip_phase_ck CHECK (phase IN ('open', 'replied', 'sent_back', 'accepted', 'closed', 'recovered'))
);
CREATE UNIQUE INDEX slip_open_uq ON slip (plan, indicator, region, cause) WHERE phase NOT IN ('closed', 'recovered');

-- Who did what to it, when and why. Only ever appended.
CREATE TABLE slip_step (
    plan        text        NOT NULL,
    number      integer     NOT NULL,
    seq         integer     NOT NULL,
    act         text        NOT NULL,
    reason      text,
    measure     text,
    until       date,
    about       text,
    day         date        NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text        NOT NULL,
    CONSTRAINT slip_step_pk PRIMARY KEY (plan, number, seq),
    CONSTRAINT slip_step_slip_fk FOREIGN KEY (plan, number) REFERENCES slip (plan, number),
    CONSTRAINT slip_step_seq_ck CHECK (seq > 0),
    CONSTRAINT slip_step_act_ck CHECK (act IN ('opened', 'replied', 'accepted', 'sent_back', 'closed', 'recovered',
        'attached', 'alerted', 'alert_ended', 'jumped')),
    CONSTRAINT slip_step_opened_ck CHECK ((seq = 1) = (act = 'opened')),
    CONSTRAINT slip_step_until_ck CHECK (act NOT IN ('opened', 'replied', 'sent_back') OR until IS NOT NULL),
    CONSTRAINT slip_step_reply_ck CHECK ((act = 'replied') = (measure IS NOT NULL)),
    CONSTRAINT slip_step_reason_ck CHECK (act NOT IN ('replied', 'sent_back', 'closed') OR reason IS NOT NULL)
);
-- The same alert, the same jump is noted once.
CREATE UNIQUE INDEX slip_step_about_uq ON slip_step (plan, number, act, about) WHERE about IS NOT NULL;
CREATE INDEX slip_step_alert_ix ON slip_step (plan, about) WHERE act IN ('opened', 'alerted') AND about IS NOT NULL;

-- A file that goes with a reply; seq is that of the step which added it.
CREATE TABLE slip_attachment (
    plan    text    NOT NULL,
    number  integer NOT NULL,
    seq     integer NOT NULL,
    name    text    NOT NULL,
    type    text    NOT NULL,
    content bytea   NOT NULL,
    hash    bytea   NOT NULL,
    CONSTRAINT slip_attachment_pk PRIMARY KEY (plan, number, seq),
    CONSTRAINT slip_attachment_step_fk FOREIGN KEY (plan, number, seq) REFERENCES slip_step (plan, number, seq),
    CONSTRAINT slip_attachment_hash_ck CHECK (octet_length(hash) = 32)
);

-- 日报、周报: what each office was told of a day, once over all replicas; made, then mailed where there is an address.
CREATE TABLE digest (
    plan    text        NOT NULL,
    office  text        NOT NULL,
    kind    text        NOT NULL,
    day     date        NOT NULL,
    content text        NOT NULL,
    made_at timestamptz NOT NULL,
    -- to how many addresses; 0 where none is configured
    mailed  integer     NOT NULL,
    CONSTRAINT digest_pk PRIMARY KEY (plan, office, kind, day),
    CONSTRAINT digest_kind_ck CHECK (kind IN ('daily', 'weekly'))
);
