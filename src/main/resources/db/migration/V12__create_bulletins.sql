-- What people wrote into a month's bulletin while it was a draft. Only ever appended: the last number counts.
CREATE TABLE bulletin_text (
    plan        text        NOT NULL,
    period      integer     NOT NULL,
    number      integer     NOT NULL,
    content     text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text        NOT NULL,
    CONSTRAINT bulletin_text_pk PRIMARY KEY (plan, period, number),
    CONSTRAINT bulletin_text_number_ck CHECK (number > 0)
);

-- Issued bulletins, numbered in the order of months, with the files as they were issued. Each carries a hash over itself and
-- the one before. known_at is the moment up to which figures are in it, text the number of its bulletin_text (0: none).
CREATE TABLE bulletin (
    plan              text        NOT NULL,
    number            integer     NOT NULL,
    period            integer     NOT NULL,
    known_at          timestamptz NOT NULL,
    issued_at         timestamptz NOT NULL,
    issued_by         text        NOT NULL,
    text              integer     NOT NULL,
    catalogue_version integer     NOT NULL,
    seal              bytea,
    model             text        NOT NULL,
    html              bytea       NOT NULL,
    docx              bytea       NOT NULL,
    xlsx              bytea       NOT NULL,
    hash              bytea       NOT NULL,
    CONSTRAINT bulletin_pk PRIMARY KEY (plan, number),
    CONSTRAINT bulletin_period_uq UNIQUE (plan, period),
    CONSTRAINT bulletin_number_ck CHECK (number > 0),
    CONSTRAINT bulletin_text_ck CHECK (text >= 0),
    CONSTRAINT bulletin_known_ck CHECK (known_at <= issued_at),
    CONSTRAINT bulletin_seal_ck CHECK (octet_length(seal) = 32),
    CONSTRAINT bulletin_hash_ck CHECK (octet_length(hash) = 32)
);
