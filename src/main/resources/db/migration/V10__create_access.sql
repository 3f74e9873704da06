-- Who may ask for what. Accounts belong to people, tokens to machines, sessions to browsers. Nothing of them is ever removed
-- but sessions, so that a name in a record always means the same.

-- Grows with every change below. Whoever changes something holds this row, so changes come one after another; a replica whose
-- copy bears another number reads anew.
CREATE TABLE access_version (
    single  boolean NOT NULL DEFAULT true,
    version bigint  NOT NULL,
    CONSTRAINT access_version_pk PRIMARY KEY (single),
    CONSTRAINT access_version_single_ck CHECK (single)
);
INSERT INTO access_version (version) VALUES (1);

CREATE TABLE account (
    name          text        NOT NULL,
    role          text        NOT NULL,
    region        text,
    offices       text[]      NOT NULL,
    password_hash text        NOT NULL,
    must_change   boolean     NOT NULL,
    disabled      boolean     NOT NULL DEFAULT false,
    created_at    timestamptz NOT NULL,
    created_by    text        NOT NULL,
    changed_at    timestamptz NOT NULL,
    changed_by    text        NOT NULL,
    CONSTRAINT account_pk PRIMARY KEY (name),
    CONSTRAINT account_role_ck CHECK (role IN ('reporter', 'reviewer', 'leader', 'viewer', 'admin')),
    CONSTRAINT account_region_ck CHECK (CASE role WHEN 'reporter' THEN region IS NOT NULL WHEN 'viewer' THEN true ELSE region IS NULL END),
    CONSTRAINT account_offices_ck CHECK ((role = 'reviewer') = (cardinality(offices) > 0))
);

CREATE TABLE access_token (
    id           bigint      GENERATED ALWAYS AS IDENTITY,
    name         text        NOT NULL,
    hash         bytea       NOT NULL,
    role         text        NOT NULL,
    region       text,
    offices      text[]      NOT NULL,
    created_at   timestamptz NOT NULL,
    created_by   text        NOT NULL,
    expires_at   timestamptz NOT NULL,
    revoked_at   timestamptz,
    revoked_by   text,
    last_used_at timestamptz,
    CONSTRAINT access_token_pk PRIMARY KEY (id),
    CONSTRAINT access_token_name_uq UNIQUE (name),
    CONSTRAINT access_token_hash_uq UNIQUE (hash),
    CONSTRAINT access_token_hash_ck CHECK (octet_length(hash) = 32),
    CONSTRAINT access_token_role_ck CHECK (role IN ('reporter', 'reviewer', 'leader', 'viewer', 'admin')),
    CONSTRAINT access_token_region_ck CHECK (CASE role WHEN 'reporter' THEN region IS NOT NULL WHEN 'viewer' THEN true ELSE region IS NULL END),
    CONSTRAINT access_token_offices_ck CHECK ((role = 'reviewer') = (cardinality(offices) > 0)),
    CONSTRAINT access_token_revoked_ck CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);

-- What a browser's cookie stands for.
CREATE TABLE login_session (
    hash       bytea       NOT NULL,
    account    text        NOT NULL,
    opened_at  timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT login_session_pk PRIMARY KEY (hash),
    CONSTRAINT login_session_account_fk FOREIGN KEY (account) REFERENCES account (name),
    CONSTRAINT login_session_hash_ck CHECK (octet_length(hash) = 32)
);
CREATE INDEX login_session_account_ix ON login_session (account);

-- What a command beside the running program did, until the program has made rows of its audit trail of it.
CREATE TABLE access_note (
    id          bigint      GENERATED ALWAYS AS IDENTITY,
    recorded_by text        NOT NULL,
    act         text        NOT NULL,
    account     text        NOT NULL,
    details     jsonb       NOT NULL,
    CONSTRAINT access_note_pk PRIMARY KEY (id)
);
