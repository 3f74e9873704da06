-- Notes live for moments: a busy day leaves thousands of dead rows a second, and whoever takes notes reads past all of them.
-- Measured: two fifths of what judging a post cost the database. Vacuumed in every round of autovacuum, the table stays small.
ALTER TABLE judging_note SET (
    autovacuum_vacuum_threshold = 500,
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_cost_delay = 0);
