-- What the service role may do, table by table. Given again at every start, so that another service role takes over
-- without a migration. Whatever only grows, the role can neither change nor remove.
GRANT USAGE ON SCHEMA targetwatch TO ${service};
GRANT SELECT, INSERT ON regions_version, plan_version TO ${service};
GRANT SELECT ON catalogue_now TO ${service};
GRANT SELECT, INSERT ON batch, revision TO ${service};
GRANT SELECT, INSERT, UPDATE ON figure, chain_head TO ${service};
GRANT SELECT, INSERT, UPDATE, DELETE ON card, judging_note, judged_day TO ${service};
GRANT SELECT, INSERT ON target TO ${service};
GRANT SELECT, INSERT ON deliverable_revision TO ${service};
GRANT SELECT, INSERT ON closing, sealed_head, exemption TO ${service};
GRANT SELECT, INSERT, UPDATE, DELETE ON report_draft TO ${service};
GRANT SELECT, INSERT ON audit_event TO ${service};
GRANT SELECT, INSERT, UPDATE ON audit_head TO ${service};
GRANT SELECT, INSERT ON bulletin_text, bulletin TO ${service};
GRANT SELECT, INSERT ON slip, slip_step, slip_attachment, digest TO ${service};
GRANT UPDATE (phase, due) ON slip TO ${service};
GRANT SELECT, UPDATE ON access_version TO ${service};
GRANT SELECT, INSERT, UPDATE (role, region, offices, password_hash, must_change, disabled, changed_at, changed_by) ON account TO ${service};
GRANT SELECT, INSERT, UPDATE (revoked_at, revoked_by, last_used_at) ON access_token TO ${service};
GRANT SELECT, INSERT, DELETE ON login_session, access_note TO ${service};

-- The views tell late reports by the program's setting.
CREATE OR REPLACE FUNCTION due_day_of_month() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT ${due_day}';

-- The role of boards (Grafana) sees the views and nothing else. It is created by whoever runs the server; without one
-- (`none`) nobody gets anything.
DO $$
BEGIN
    IF '${reader}' <> 'none' THEN
        EXECUTE format('GRANT USAGE ON SCHEMA reporting TO %I', '${reader}');
        EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA reporting TO %I', '${reader}');
    END IF;
END
$$;
