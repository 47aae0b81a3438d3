IF OBJECT_ID(N'authkit_clients', N'U') IS NULL CREATE TABLE authkit_clients (
    id nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    secret_hash varbinary(32) NULL,
    metadata varbinary(8000) NOT NULL,
    created_at datetime2(6) NOT NULL,
    CONSTRAINT pk_authkit_clients PRIMARY KEY (id)
);
IF OBJECT_ID(N'authkit_consents', N'U') IS NULL CREATE TABLE authkit_consents (
    user_id binary(16) NOT NULL,
    client_id nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    scope nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
    created_at datetime2(6) NOT NULL,
    CONSTRAINT pk_authkit_consents PRIMARY KEY (user_id, client_id, scope)
);
IF COL_LENGTH(N'authkit_grants', N'client_id') IS NULL ALTER TABLE authkit_grants ADD client_id nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL;
IF COL_LENGTH(N'authkit_grants', N'data') IS NULL ALTER TABLE authkit_grants ADD data varbinary(8000) NULL;
IF COL_LENGTH(N'authkit_sessions', N'authenticated_at') IS NULL ALTER TABLE authkit_sessions ADD authenticated_at datetime2(6) NULL;
INSERT INTO authkit_schema (version) VALUES (3);
