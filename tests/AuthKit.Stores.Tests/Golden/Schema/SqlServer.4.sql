IF OBJECT_ID(N'authkit_feature_schema', N'U') IS NULL CREATE TABLE authkit_feature_schema (
    name nvarchar(63) COLLATE Latin1_General_100_BIN2 NOT NULL,
    version int NOT NULL,
    CONSTRAINT pk_authkit_feature_schema PRIMARY KEY (name, version)
);
IF COL_LENGTH(N'authkit_sessions', N'expires_on') IS NULL ALTER TABLE authkit_sessions ADD expires_on int NULL;
IF COL_LENGTH(N'authkit_sessions', N'credential_version') IS NULL ALTER TABLE authkit_sessions ADD credential_version int NULL;
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'authkit_sessions') AND name = N'ix_authkit_sessions_expires_on') CREATE INDEX ix_authkit_sessions_expires_on ON authkit_sessions (expires_on);
DROP INDEX IF EXISTS ix_authkit_sessions_expires_at ON authkit_sessions;
IF COL_LENGTH(N'authkit_tenants', N'engine_name') IS NULL ALTER TABLE authkit_tenants ADD engine_name nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL;
IF COL_LENGTH(N'authkit_users', N'credential_version') IS NULL ALTER TABLE authkit_users ADD credential_version int NULL;
INSERT INTO authkit_schema (version) VALUES (4);
