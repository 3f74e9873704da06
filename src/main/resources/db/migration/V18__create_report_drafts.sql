-- What somebody has typed into a month's form and not sent yet: theirs alone, no figure, gone once it is sent.
CREATE TABLE report_draft (
    account  text        NOT NULL,
    plan     text        NOT NULL,
    region   text        NOT NULL,
    period   integer     NOT NULL,
    fields   jsonb       NOT NULL,
    saved_at timestamptz NOT NULL,
    CONSTRAINT report_draft_pk PRIMARY KEY (account, plan, region, period)
);
