CREATE TABLE IF NOT EXISTS authkit_feature_schema (
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_authkit_feature_schema PRIMARY KEY (name, version)
);
ALTER TABLE authkit_sessions ADD COLUMN expires_on INTEGER NULL;
ALTER TABLE authkit_sessions ADD COLUMN credential_version INTEGER NULL;
CREATE INDEX IF NOT EXISTS ix_authkit_sessions_expires_on ON authkit_sessions (expires_on);
DROP INDEX IF EXISTS ix_authkit_sessions_expires_at;
ALTER TABLE authkit_tenants ADD COLUMN engine_name TEXT NULL;
ALTER TABLE authkit_users ADD COLUMN credential_version INTEGER NULL;
INSERT INTO authkit_schema (version) VALUES (4);
