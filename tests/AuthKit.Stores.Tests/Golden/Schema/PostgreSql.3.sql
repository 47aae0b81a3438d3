CREATE TABLE IF NOT EXISTS authkit_clients (
    id varchar(256) COLLATE "C" NOT NULL,
    secret_hash bytea NULL,
    metadata bytea NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT pk_authkit_clients PRIMARY KEY (id)
);
CREATE TABLE IF NOT EXISTS authkit_consents (
    user_id uuid NOT NULL,
    client_id varchar(256) COLLATE "C" NOT NULL,
    scope varchar(128) COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT pk_authkit_consents PRIMARY KEY (user_id, client_id, scope)
);
ALTER TABLE authkit_grants ADD COLUMN IF NOT EXISTS client_id varchar(256) COLLATE "C" NULL;
ALTER TABLE authkit_grants ADD COLUMN IF NOT EXISTS data bytea NULL;
ALTER TABLE authkit_sessions ADD COLUMN IF NOT EXISTS authenticated_at timestamptz NULL;
INSERT INTO authkit_schema (version) VALUES (3);
