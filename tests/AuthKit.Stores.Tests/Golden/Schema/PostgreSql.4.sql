CREATE TABLE IF NOT EXISTS authkit_feature_schema (
    name varchar(63) COLLATE "C" NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_authkit_feature_schema PRIMARY KEY (name, version)
);
ALTER TABLE authkit_sessions ADD COLUMN IF NOT EXISTS expires_on integer NULL;
ALTER TABLE authkit_sessions ADD COLUMN IF NOT EXISTS credential_version integer NULL;
CREATE INDEX IF NOT EXISTS ix_authkit_sessions_expires_on ON authkit_sessions (expires_on);
DROP INDEX IF EXISTS ix_authkit_sessions_expires_at;
ALTER TABLE authkit_tenants ADD COLUMN IF NOT EXISTS engine_name varchar(64) COLLATE "C" NULL;
ALTER TABLE authkit_users ADD COLUMN IF NOT EXISTS credential_version integer NULL;
INSERT INTO authkit_schema (version) VALUES (4);
