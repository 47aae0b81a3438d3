CREATE TABLE IF NOT EXISTS authkit_schema (
    version integer NOT NULL,
    CONSTRAINT pk_authkit_schema PRIMARY KEY (version)
);
CREATE TABLE IF NOT EXISTS authkit_users (
    id uuid NOT NULL,
    email varchar(320) NOT NULL,
    normalized_email varchar(320) COLLATE "C" NOT NULL,
    email_verified boolean NOT NULL,
    user_name varchar(64) NULL,
    normalized_user_name varchar(64) COLLATE "C" NULL,
    password_hash varchar(1024) NULL,
    name varchar(256) NULL,
    given_name varchar(256) NULL,
    family_name varchar(256) NULL,
    phone_number varchar(256) NULL,
    address varchar(1024) NULL,
    contact_email varchar(320) NULL,
    failed_sign_ins integer NOT NULL,
    last_failed_sign_in timestamptz NULL,
    created_at timestamptz NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_authkit_users PRIMARY KEY (id)
);
CREATE UNIQUE INDEX IF NOT EXISTS ix_authkit_users_normalized_email ON authkit_users (normalized_email);
CREATE UNIQUE INDEX IF NOT EXISTS ix_authkit_users_normalized_user_name ON authkit_users (normalized_user_name);
CREATE TABLE IF NOT EXISTS authkit_external_logins (
    provider varchar(64) COLLATE "C" NOT NULL,
    subject varchar(255) COLLATE "C" NOT NULL,
    user_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT pk_authkit_external_logins PRIMARY KEY (provider, subject)
);
CREATE TABLE IF NOT EXISTS authkit_sessions (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    client_id varchar(256) COLLATE "C" NOT NULL,
    scope varchar(1024) NOT NULL,
    handle bytea NOT NULL,
    secret_hash bytea NULL,
    salt bytea NULL,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    absolute_expires_at timestamptz NOT NULL,
    revoked_at timestamptz NULL,
    CONSTRAINT pk_authkit_sessions PRIMARY KEY (id)
);
CREATE UNIQUE INDEX IF NOT EXISTS ix_authkit_sessions_handle ON authkit_sessions (handle);
CREATE INDEX IF NOT EXISTS ix_authkit_sessions_user_id ON authkit_sessions (user_id);
CREATE INDEX IF NOT EXISTS ix_authkit_sessions_expires_at ON authkit_sessions (expires_at);
CREATE TABLE IF NOT EXISTS authkit_grants (
    handle bytea NOT NULL,
    kind integer NOT NULL,
    secret_hash bytea NOT NULL,
    user_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    consumed_at timestamptz NULL,
    CONSTRAINT pk_authkit_grants PRIMARY KEY (handle)
);
CREATE INDEX IF NOT EXISTS ix_authkit_grants_user_id ON authkit_grants (user_id);
CREATE INDEX IF NOT EXISTS ix_authkit_grants_expires_at ON authkit_grants (expires_at);
CREATE TABLE IF NOT EXISTS authkit_keys (
    id uuid NOT NULL,
    key_use integer NOT NULL,
    generation integer NOT NULL,
    public_key bytea NOT NULL,
    protected_key bytea NOT NULL,
    activates_at timestamptz NOT NULL,
    retires_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT pk_authkit_keys PRIMARY KEY (id)
);
CREATE UNIQUE INDEX IF NOT EXISTS ix_authkit_keys_key_use_generation ON authkit_keys (key_use, generation);
CREATE TABLE IF NOT EXISTS authkit_directory (
    name_hash bytea NOT NULL,
    tenant varchar(64) COLLATE "C" NOT NULL,
    CONSTRAINT pk_authkit_directory PRIMARY KEY (name_hash, tenant)
);
INSERT INTO authkit_schema (version) VALUES (1);
