CREATE TABLE IF NOT EXISTS authkit_tenants (
    alias varchar(64) COLLATE "C" NOT NULL,
    slot integer NOT NULL,
    engine integer NOT NULL,
    fingerprint bytea NOT NULL,
    protected_connection bytea NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT pk_authkit_tenants PRIMARY KEY (alias)
);
CREATE UNIQUE INDEX IF NOT EXISTS ix_authkit_tenants_slot ON authkit_tenants (slot);
CREATE UNIQUE INDEX IF NOT EXISTS ix_authkit_tenants_fingerprint ON authkit_tenants (fingerprint);
INSERT INTO authkit_schema (version) VALUES (2);
