IF OBJECT_ID(N'authkit_tenants', N'U') IS NULL CREATE TABLE authkit_tenants (
    alias nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    slot int NOT NULL,
    engine int NOT NULL,
    fingerprint varbinary(32) NOT NULL,
    protected_connection varbinary(8000) NOT NULL,
    created_at datetime2(6) NOT NULL,
    CONSTRAINT pk_authkit_tenants PRIMARY KEY (alias)
);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'authkit_tenants') AND name = N'ix_authkit_tenants_slot') CREATE UNIQUE INDEX ix_authkit_tenants_slot ON authkit_tenants (slot);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'authkit_tenants') AND name = N'ix_authkit_tenants_fingerprint') CREATE UNIQUE INDEX ix_authkit_tenants_fingerprint ON authkit_tenants (fingerprint);
INSERT INTO authkit_schema (version) VALUES (2);
