IF OBJECT_ID(N'authkit_failed_attempts', N'U') IS NULL CREATE TABLE authkit_failed_attempts (
    subject varbinary(32) NOT NULL,
    failures int NOT NULL,
    last_failure datetime2(6) NOT NULL,
    expires_at datetime2(6) NOT NULL,
    CONSTRAINT pk_authkit_failed_attempts PRIMARY KEY (subject)
);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'authkit_failed_attempts') AND name = N'ix_authkit_failed_attempts_expires_at') CREATE INDEX ix_authkit_failed_attempts_expires_at ON authkit_failed_attempts (expires_at);
IF OBJECT_ID(N'authkit_feature_schema', N'U') IS NULL CREATE TABLE authkit_feature_schema (
    name nvarchar(63) COLLATE Latin1_General_100_BIN2 NOT NULL,
    version int NOT NULL,
    CONSTRAINT pk_authkit_feature_schema PRIMARY KEY (name, version)
);
IF OBJECT_ID(N'authkit_outbox', N'U') IS NULL CREATE TABLE authkit_outbox (
    id binary(16) NOT NULL,
    kind nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    protected_data varbinary(8000) NULL,
    created_at datetime2(6) NOT NULL,
    expires_at datetime2(6) NOT NULL,
    due_at datetime2(6) NOT NULL,
    attempts int NOT NULL,
    dead_at datetime2(6) NULL,
    CONSTRAINT pk_authkit_outbox PRIMARY KEY (id)
);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'authkit_outbox') AND name = N'ix_authkit_outbox_due_at') CREATE INDEX ix_authkit_outbox_due_at ON authkit_outbox (due_at);
IF OBJECT_ID(N'authkit_mail_recipients', N'U') IS NULL CREATE TABLE authkit_mail_recipients (
    address_hash varbinary(32) NOT NULL,
    last_mail_at datetime2(6) NOT NULL,
    day_started_at datetime2(6) NOT NULL,
    mails int NOT NULL,
    CONSTRAINT pk_authkit_mail_recipients PRIMARY KEY (address_hash)
);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'authkit_mail_recipients') AND name = N'ix_authkit_mail_recipients_day_started_at') CREATE INDEX ix_authkit_mail_recipients_day_started_at ON authkit_mail_recipients (day_started_at);
IF COL_LENGTH(N'authkit_clients', N'slow_hash') IS NULL ALTER TABLE authkit_clients ADD slow_hash nvarchar(1024) NULL;
IF COL_LENGTH(N'authkit_directory', N'added_at') IS NULL ALTER TABLE authkit_directory ADD added_at datetime2(6) NULL;
IF COL_LENGTH(N'authkit_external_logins', N'proved_at') IS NULL ALTER TABLE authkit_external_logins ADD proved_at datetime2(6) NULL;
IF COL_LENGTH(N'authkit_external_logins', N'credential_version') IS NULL ALTER TABLE authkit_external_logins ADD credential_version int NULL;
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'authkit_external_logins') AND name = N'ix_authkit_external_logins_user_id') CREATE INDEX ix_authkit_external_logins_user_id ON authkit_external_logins (user_id);
IF COL_LENGTH(N'authkit_sessions', N'expires_on') IS NULL ALTER TABLE authkit_sessions ADD expires_on int NULL;
IF COL_LENGTH(N'authkit_sessions', N'credential_version') IS NULL ALTER TABLE authkit_sessions ADD credential_version int NULL;
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'authkit_sessions') AND name = N'ix_authkit_sessions_expires_on') CREATE INDEX ix_authkit_sessions_expires_on ON authkit_sessions (expires_on);
DROP INDEX IF EXISTS ix_authkit_sessions_expires_at ON authkit_sessions;
IF COL_LENGTH(N'authkit_tenants', N'engine_name') IS NULL ALTER TABLE authkit_tenants ADD engine_name nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL;
IF COL_LENGTH(N'authkit_tenants', N'brought_from') IS NULL ALTER TABLE authkit_tenants ADD brought_from varbinary(32) NULL;
IF COL_LENGTH(N'authkit_tenants', N'kept_until') IS NULL ALTER TABLE authkit_tenants ADD kept_until datetime2(6) NULL;
IF COL_LENGTH(N'authkit_users', N'credential_version') IS NULL ALTER TABLE authkit_users ADD credential_version int NULL;
INSERT INTO authkit_schema (version) VALUES (4);
