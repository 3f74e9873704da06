#!/bin/sh
# Runs once, when the database's folder is empty: the owner of the tables, the service, and the reader of the boards.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres \
  -v owner="$(cat /run/secrets/owner-password)" -v service="$(cat /run/secrets/service-password)" -v reader="$(cat /run/secrets/reader-password)" <<'SQL'
CREATE ROLE targetwatch_owner LOGIN PASSWORD :'owner';
CREATE ROLE targetwatch LOGIN PASSWORD :'service';
CREATE ROLE targetwatch_reader LOGIN PASSWORD :'reader';
CREATE DATABASE targetwatch OWNER targetwatch_owner;
REVOKE ALL ON DATABASE targetwatch FROM PUBLIC;
GRANT CONNECT ON DATABASE targetwatch TO targetwatch, targetwatch_reader;
SQL
