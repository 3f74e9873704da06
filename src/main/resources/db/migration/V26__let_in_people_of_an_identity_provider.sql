-- Sessions of people who have no account: the bureau's identity provider vouched for their names and rights when they logged in.
ALTER TABLE login_session
    ALTER COLUMN account DROP NOT NULL,
    ADD COLUMN person  text,
    ADD COLUMN role    text,
    ADD COLUMN region  text,
    ADD COLUMN offices text[],
    ADD CONSTRAINT login_session_holder_ck CHECK (
        CASE WHEN account IS NULL THEN person IS NOT NULL AND role IS NOT NULL AND offices IS NOT NULL
             ELSE person IS NULL AND role IS NULL AND region IS NULL AND offices IS NULL END),
    ADD CONSTRAINT login_session_role_ck CHECK (role IN ('reporter', 'reviewer', 'leader', 'viewer', 'admin')),
    ADD CONSTRAINT login_session_region_ck CHECK (
        CASE role WHEN 'reporter' THEN region IS NOT NULL WHEN 'viewer' THEN true ELSE region IS NULL END),
    ADD CONSTRAINT login_session_offices_ck CHECK ((role = 'reviewer') = (cardinality(offices) > 0));
