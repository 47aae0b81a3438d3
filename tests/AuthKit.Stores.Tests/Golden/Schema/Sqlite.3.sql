CREATE TABLE IF NOT EXISTS authkit_clients (
    id TEXT NOT NULL,
    secret_hash BLOB NULL,
    metadata BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    CONSTRAINT pk_authkit_clients PRIMARY KEY (id)
);
CREATE TABLE IF NOT EXISTS authkit_consents (
    user_id BLOB NOT NULL,
    client_id TEXT NOT NULL,
    scope TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    CONSTRAINT pk_authkit_consents PRIMARY KEY (user_id, client_id, scope)
);
ALTER TABLE authkit_grants ADD COLUMN client_id TEXT NULL;
ALTER TABLE authkit_grants ADD COLUMN data BLOB NULL;
ALTER TABLE authkit_sessions ADD COLUMN authenticated_at INTEGER NULL;
INSERT INTO authkit_schema (version) VALUES (3);
