-- A pair is judged with all its notes, so they are found by their pair; and like everything that grows with the regions the
-- table has plan and region in its key, by which it can be spread over servers (docs/adr/0007).
ALTER TABLE judging_note
    DROP CONSTRAINT judging_note_pk,
    ADD CONSTRAINT judging_note_pk PRIMARY KEY (plan, region, indicator, id);
