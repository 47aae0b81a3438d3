CREATE TABLE IF NOT EXISTS authkit_failed_attempts (
    subject bytea NOT NULL,
    failures integer NOT NULL,
    last_failure timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT pk_authkit_failed_attempts PRIMARY KEY (subject)
);
CREATE INDEX IF NOT EXISTS ix_authkit_failed_attempts_expires_at ON authkit_failed_attempts (expires_at);
CREATE TABLE IF NOT EXISTS authkit_feature_schema (
    name varchar(63) COLLATE "C" NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_authkit_feature_schema PRIMARY KEY (name, version)
);
ALTER TABLE authkit_sessions ADD COLUMN IF NOT EXISTS expires_on integer NULL;
CREATE INDEX IF NOT EXISTS ix_authkit_sessions_expires_on ON authkit_sessions (expires_on);
DROP INDEX IF EXISTS ix_authkit_sessions_expires_at;
ALTER TABLE authkit_tenants ADD COLUMN IF NOT EXISTS engine_name varchar(64) COLLATE "C" NULL;
INSERT INTO authkit_schema (version) VALUES (4);
