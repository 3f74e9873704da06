-- The service role sees the schema; what it may do there, each migration grants table by table.
GRANT USAGE ON SCHEMA targetwatch TO ${service};
