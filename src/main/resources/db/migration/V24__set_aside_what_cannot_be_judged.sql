-- A note that cannot be judged must not hold up the others: it is set aside and tried again, later each time.
ALTER TABLE judging_note
    ADD COLUMN failures integer     NOT NULL DEFAULT 0,
    ADD COLUMN due_at   timestamptz NOT NULL DEFAULT now(),
    ADD CONSTRAINT judging_note_failures_ck CHECK (failures >= 0);
