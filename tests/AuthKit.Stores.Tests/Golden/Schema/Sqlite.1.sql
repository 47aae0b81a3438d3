CREATE TABLE IF NOT EXISTS authkit_schema (
    version INTEGER NOT NULL,
    CONSTRAINT pk_authkit_schema PRIMARY KEY (version)
);
CREATE TABLE IF NOT EXISTS authkit_users (
    id BLOB NOT NULL,
    email TEXT NOT NULL,
    normalized_email TEXT NOT NULL,
    email_verified INTEGER NOT NULL,
    user_name TEXT NULL,
    normalized_user_name TEXT NULL,
    password_hash TEXT NULL,
    name TEXT NULL,
    given_name TEXT NULL,
    family_name TEXT NULL,
    phone_number TEXT NULL,
    address TEXT NULL,
    contact_email TEXT NULL,
    failed_sign_ins INTEGER NOT NULL,
    last_failed_sign_in INTEGER NULL,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_authkit_users PRIMARY KEY (id)
);
CREATE UNIQUE INDEX IF NOT EXISTS ix_authkit_users_normalized_email ON authkit_users (normalized_email);
CREATE UNIQUE INDEX IF NOT EXISTS ix_authkit_users_normalized_user_name ON authkit_users (normalized_user_name);
CREATE TABLE IF NOT EXISTS authkit_external_logins (
    provider TEXT NOT NULL,
    subject TEXT NOT NULL,
    user_id BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    CONSTRAINT pk_authkit_external_logins PRIMARY KEY (provider, subject)
);
CREATE TABLE IF NOT EXISTS authkit_sessions (
    id BLOB NOT NULL,
    user_id BLOB NOT NULL,
    client_id TEXT NOT NULL,
    scope TEXT NOT NULL,
    handle BLOB NOT NULL,
    secret_hash BLOB NULL,
    salt BLOB NULL,
    created_at INTEGER NOT NULL,
    last_used_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    absolute_expires_at INTEGER NOT NULL,
    revoked_at INTEGER NULL,
    CONSTRAINT pk_authkit_sessions PRIMARY KEY (id)
);
CREATE UNIQUE INDEX IF NOT EXISTS ix_authkit_sessions_handle ON authkit_sessions (handle);
CREATE INDEX IF NOT EXISTS ix_authkit_sessions_user_id ON authkit_sessions (user_id);
CREATE INDEX IF NOT EXISTS ix_authkit_sessions_expires_at ON authkit_sessions (expires_at);
CREATE TABLE IF NOT EXISTS authkit_grants (
    handle BLOB NOT NULL,
    kind INTEGER NOT NULL,
    secret_hash BLOB NOT NULL,
    user_id BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    consumed_at INTEGER NULL,
    CONSTRAINT pk_authkit_grants PRIMARY KEY (handle)
);
CREATE INDEX IF NOT EXISTS ix_authkit_grants_user_id ON authkit_grants (user_id);
CREATE INDEX IF NOT EXISTS ix_authkit_grants_expires_at ON authkit_grants (expires_at);
CREATE TABLE IF NOT EXISTS authkit_keys (
    id BLOB NOT NULL,
    key_use INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    public_key BLOB NOT NULL,
    protected_key BLOB NOT NULL,
    activates_at INTEGER NOT NULL,
    retires_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    CONSTRAINT pk_authkit_keys PRIMARY KEY (id)
);
CREATE UNIQUE INDEX IF NOT EXISTS ix_authkit_keys_key_use_generation ON authkit_keys (key_use, generation);
CREATE TABLE IF NOT EXISTS authkit_directory (
    name_hash BLOB NOT NULL,
    tenant TEXT NOT NULL,
    CONSTRAINT pk_authkit_directory PRIMARY KEY (name_hash, tenant)
);
INSERT INTO authkit_schema (version) VALUES (1);
