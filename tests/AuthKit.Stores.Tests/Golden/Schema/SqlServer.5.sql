IF OBJECT_ID(N'authkit_logout_notices', N'U') IS NULL CREATE TABLE authkit_logout_notices (
    id binary(16) NOT NULL,
    client_id nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    user_id binary(16) NOT NULL,
    tenant nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    session_id binary(16) NOT NULL,
    created_at datetime2(6) NOT NULL,
    expires_at datetime2(6) NOT NULL,
    due_at datetime2(6) NOT NULL,
    attempts int NOT NULL,
    CONSTRAINT pk_authkit_logout_notices PRIMARY KEY (id)
);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'authkit_logout_notices') AND name = N'ix_authkit_logout_notices_due_at') CREATE INDEX ix_authkit_logout_notices_due_at ON authkit_logout_notices (due_at);
IF COL_LENGTH(N'authkit_clients', N'registration_hash') IS NULL ALTER TABLE authkit_clients ADD registration_hash varbinary(32) NULL;
IF COL_LENGTH(N'authkit_sessions', N'parent_id') IS NULL ALTER TABLE authkit_sessions ADD parent_id binary(16) NULL;
IF COL_LENGTH(N'authkit_sessions', N'confirmation') IS NULL ALTER TABLE authkit_sessions ADD confirmation nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL;
IF COL_LENGTH(N'authkit_sessions', N'details') IS NULL ALTER TABLE authkit_sessions ADD details nvarchar(4000) NULL;
INSERT INTO authkit_schema (version) VALUES (5);
