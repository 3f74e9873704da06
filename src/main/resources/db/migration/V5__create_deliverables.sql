-- What was said about documents and acts that are done or not. Only ever appended: the last number counts.
CREATE TABLE deliverable_revision (
    plan        text        NOT NULL,
    deliverable text        NOT NULL,
    number      integer     NOT NULL,
    state       text        NOT NULL,
    done_on     date,
    evidence    text,
    note        text,
    recorded_at timestamptz NOT NULL,
    recorded_by text        NOT NULL,
    CONSTRAINT deliverable_revision_pk PRIMARY KEY (plan, deliverable, number),
    CONSTRAINT deliverable_revision_number_ck CHECK (number > 0),
    CONSTRAINT deliverable_revision_state_ck CHECK (state IN ('not_started', 'in_progress', 'done')),
    CONSTRAINT deliverable_revision_done_ck CHECK ((state = 'done') = (done_on IS NOT NULL)),
    CONSTRAINT deliverable_revision_evidence_ck CHECK (state <> 'done' OR evidence IS NOT NULL)
);
