IF OBJECT_ID(N'authkit_schema', N'U') IS NULL CREATE TABLE authkit_schema (
    version int NOT NULL,
    CONSTRAINT pk_authkit_schema PRIMARY KEY (version)
);
IF OBJECT_ID(N'authkit_users', N'U') IS NULL CREATE TABLE authkit_users (
    id binary(16) NOT NULL,
    email nvarchar(320) NOT NULL,
    normalized_email nvarchar(320) COLLATE Latin1_General_100_BIN2 NOT NULL,
    email_verified bit NOT NULL,
    user_name nvarchar(64) NULL,
    normalized_user_name nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    password_hash nvarchar(1024) NULL,
    name nvarchar(256) NULL,
    given_name nvarchar(256) NULL,
    family_name nvarchar(256) NULL,
    phone_number nvarchar(256) NULL,
    address nvarchar(1024) NULL,
    contact_email nvarchar(320) NULL,
    failed_sign_ins int NOT NULL,
    last_failed_sign_in datetime2(6) NULL,
    created_at datetime2(6) NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_authkit_users PRIMARY KEY (id)
);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'authkit_users') AND name = N'ix_authkit_users_normalized_email') CREATE UNIQUE INDEX ix_authkit_users_normalized_email ON authkit_users (normalized_email);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'authkit_users') AND name = N'ix_authkit_users_normalized_user_name') CREATE UNIQUE INDEX ix_authkit_users_normalized_user_name ON authkit_users (normalized_user_name) WHERE normalized_user_name IS NOT NULL;
IF OBJECT_ID(N'authkit_external_logins', N'U') IS NULL CREATE TABLE authkit_external_logins (
    provider nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    subject nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
    user_id binary(16) NOT NULL,
    created_at datetime2(6) NOT NULL,
    CONSTRAINT pk_authkit_external_logins PRIMARY KEY (provider, subject)
);
IF OBJECT_ID(N'authkit_sessions', N'U') IS NULL CREATE TABLE authkit_sessions (
    id binary(16) NOT NULL,
    user_id binary(16) NOT NULL,
    client_id nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    scope nvarchar(1024) NOT NULL,
    handle varbinary(16) NOT NULL,
    secret_hash varbinary(32) NULL,
    salt varbinary(32) NULL,
    created_at datetime2(6) NOT NULL,
    last_used_at datetime2(6) NOT NULL,
    expires_at datetime2(6) NOT NULL,
    absolute_expires_at datetime2(6) NOT NULL,
    revoked_at datetime2(6) NULL,
    CONSTRAINT pk_authkit_sessions PRIMARY KEY (id)
);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'authkit_sessions') AND name = N'ix_authkit_sessions_handle') CREATE UNIQUE INDEX ix_authkit_sessions_handle ON authkit_sessions (handle);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'authkit_sessions') AND name = N'ix_authkit_sessions_user_id') CREATE INDEX ix_authkit_sessions_user_id ON authkit_sessions (user_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'authkit_sessions') AND name = N'ix_authkit_sessions_expires_at') CREATE INDEX ix_authkit_sessions_expires_at ON authkit_sessions (expires_at);
IF OBJECT_ID(N'authkit_grants', N'U') IS NULL CREATE TABLE authkit_grants (
    handle varbinary(16) NOT NULL,
    kind int NOT NULL,
    secret_hash varbinary(32) NOT NULL,
    user_id binary(16) NOT NULL,
    created_at datetime2(6) NOT NULL,
    expires_at datetime2(6) NOT NULL,
    consumed_at datetime2(6) NULL,
    CONSTRAINT pk_authkit_grants PRIMARY KEY (handle)
);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'authkit_grants') AND name = N'ix_authkit_grants_user_id') CREATE INDEX ix_authkit_grants_user_id ON authkit_grants (user_id);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'authkit_grants') AND name = N'ix_authkit_grants_expires_at') CREATE INDEX ix_authkit_grants_expires_at ON authkit_grants (expires_at);
IF OBJECT_ID(N'authkit_keys', N'U') IS NULL CREATE TABLE authkit_keys (
    id binary(16) NOT NULL,
    key_use int NOT NULL,
    generation int NOT NULL,
    public_key varbinary(1024) NOT NULL,
    protected_key varbinary(8000) NOT NULL,
    activates_at datetime2(6) NOT NULL,
    retires_at datetime2(6) NOT NULL,
    expires_at datetime2(6) NOT NULL,
    CONSTRAINT pk_authkit_keys PRIMARY KEY (id)
);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'authkit_keys') AND name = N'ix_authkit_keys_key_use_generation') CREATE UNIQUE INDEX ix_authkit_keys_key_use_generation ON authkit_keys (key_use, generation);
IF OBJECT_ID(N'authkit_directory', N'U') IS NULL CREATE TABLE authkit_directory (
    name_hash varbinary(32) NOT NULL,
    tenant nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT pk_authkit_directory PRIMARY KEY (name_hash, tenant)
);
INSERT INTO authkit_schema (version) VALUES (1);
