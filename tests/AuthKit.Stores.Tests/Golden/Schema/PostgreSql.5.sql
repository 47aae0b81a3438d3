CREATE TABLE IF NOT EXISTS authkit_logout_notices (
    id uuid NOT NULL,
    client_id varchar(256) COLLATE "C" NOT NULL,
    user_id uuid NOT NULL,
    tenant varchar(64) COLLATE "C" NOT NULL,
    session_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    attempts integer NOT NULL,
    CONSTRAINT pk_authkit_logout_notices PRIMARY KEY (id)
);
CREATE INDEX IF NOT EXISTS ix_authkit_logout_notices_due_at ON authkit_logout_notices (due_at);
ALTER TABLE authkit_clients ADD COLUMN IF NOT EXISTS registration_hash bytea NULL;
ALTER TABLE authkit_sessions ADD COLUMN IF NOT EXISTS parent_id uuid NULL;
ALTER TABLE authkit_sessions ADD COLUMN IF NOT EXISTS confirmation varchar(64) COLLATE "C" NULL;
ALTER TABLE authkit_sessions ADD COLUMN IF NOT EXISTS details varchar(4000) NULL;
INSERT INTO authkit_schema (version) VALUES (5);
