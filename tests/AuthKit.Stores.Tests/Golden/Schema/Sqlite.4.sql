CREATE TABLE IF NOT EXISTS authkit_failed_attempts (
    subject BLOB NOT NULL,
    failures INTEGER NOT NULL,
    last_failure INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    CONSTRAINT pk_authkit_failed_attempts PRIMARY KEY (subject)
);
CREATE INDEX IF NOT EXISTS ix_authkit_failed_attempts_expires_at ON authkit_failed_attempts (expires_at);
CREATE TABLE IF NOT EXISTS authkit_feature_schema (
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_authkit_feature_schema PRIMARY KEY (name, version)
);
ALTER TABLE authkit_sessions ADD COLUMN expires_on INTEGER NULL;
CREATE INDEX IF NOT EXISTS ix_authkit_sessions_expires_on ON authkit_sessions (expires_on);
DROP INDEX IF EXISTS ix_authkit_sessions_expires_at;
ALTER TABLE authkit_tenants ADD COLUMN engine_name TEXT NULL;
INSERT INTO authkit_schema (version) VALUES (4);
