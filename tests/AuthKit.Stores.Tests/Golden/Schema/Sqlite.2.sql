CREATE TABLE IF NOT EXISTS authkit_tenants (
    alias TEXT NOT NULL,
    slot INTEGER NOT NULL,
    engine INTEGER NOT NULL,
    fingerprint BLOB NOT NULL,
    protected_connection BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    CONSTRAINT pk_authkit_tenants PRIMARY KEY (alias)
);
CREATE UNIQUE INDEX IF NOT EXISTS ix_authkit_tenants_slot ON authkit_tenants (slot);
CREATE UNIQUE INDEX IF NOT EXISTS ix_authkit_tenants_fingerprint ON authkit_tenants (fingerprint);
INSERT INTO authkit_schema (version) VALUES (2);
