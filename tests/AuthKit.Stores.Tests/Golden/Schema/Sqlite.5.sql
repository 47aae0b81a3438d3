CREATE TABLE IF NOT EXISTS authkit_logout_notices (
    id BLOB NOT NULL,
    client_id TEXT NOT NULL,
    user_id BLOB NOT NULL,
    tenant TEXT NOT NULL,
    session_id BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    CONSTRAINT pk_authkit_logout_notices PRIMARY KEY (id)
);
CREATE INDEX IF NOT EXISTS ix_authkit_logout_notices_due_at ON authkit_logout_notices (due_at);
ALTER TABLE authkit_clients ADD COLUMN registration_hash BLOB NULL;
ALTER TABLE authkit_sessions ADD COLUMN parent_id BLOB NULL;
ALTER TABLE authkit_sessions ADD COLUMN confirmation TEXT NULL;
ALTER TABLE authkit_sessions ADD COLUMN details TEXT NULL;
INSERT INTO authkit_schema (version) VALUES (5);
