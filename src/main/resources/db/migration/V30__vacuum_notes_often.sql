-- Notes live for moments: a busy minute leaves a hundred thousand dead rows, and whoever looks for notes reads past all of them,
-- a quarter of the database's time when measured. Vacuumed in every round of autovacuum, the table stays small.
ALTER TABLE judging_note SET (
    autovacuum_vacuum_threshold = 500,
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_cost_delay = 0);
