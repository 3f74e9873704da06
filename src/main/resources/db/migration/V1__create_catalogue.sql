-- What the catalogue files said, each time they said something new. Rows are never changed: what was known on a day can
-- always be read again.
CREATE TABLE regions_version (
    version     integer     NOT NULL,
    recorded_at timestamptz NOT NULL,
    content     jsonb       NOT NULL,
    CONSTRAINT regions_version_pk PRIMARY KEY (version)
);

-- A plan is read with the regions of its own folder, so a version names the version of the regions it goes with.
CREATE TABLE plan_version (
    plan            text        NOT NULL,
    version         integer     NOT NULL,
    regions_version integer     NOT NULL,
    recorded_at     timestamptz NOT NULL,
    content         jsonb       NOT NULL,
    CONSTRAINT plan_version_pk PRIMARY KEY (plan, version),
    CONSTRAINT plan_version_regions_fk FOREIGN KEY (regions_version) REFERENCES regions_version (version)
);
