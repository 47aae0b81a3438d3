CREATE TABLE IF NOT EXISTS authkit_failed_attempts (
    subject BLOB NOT NULL,
    failures INTEGER NOT NULL,
    last_failure INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    CONSTRAINT pk_authkit_failed_attempts PRIMARY KEY (subject)
);
CREATE INDEX IF NOT EXISTS ix_authkit_failed_attempts_expires_at ON authkit_failed_attempts (expires_at);
CREATE TABLE IF NOT EXISTS authkit_feature_schema (
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_authkit_feature_schema PRIMARY KEY (name, version)
);
CREATE TABLE IF NOT EXISTS authkit_outbox (
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    protected_data BLOB NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    dead_at INTEGER NULL,
    CONSTRAINT pk_authkit_outbox PRIMARY KEY (id)
);
CREATE INDEX IF NOT EXISTS ix_authkit_outbox_due_at ON authkit_outbox (due_at);
CREATE TABLE IF NOT EXISTS authkit_mail_recipients (
    address_hash BLOB NOT NULL,
    last_mail_at INTEGER NOT NULL,
    day_started_at INTEGER NOT NULL,
    mails INTEGER NOT NULL,
    CONSTRAINT pk_authkit_mail_recipients PRIMARY KEY (address_hash)
);
CREATE INDEX IF NOT EXISTS ix_authkit_mail_recipients_day_started_at ON authkit_mail_recipients (day_started_at);
ALTER TABLE authkit_clients ADD COLUMN slow_hash TEXT NULL;
ALTER TABLE authkit_directory ADD COLUMN added_at INTEGER NULL;
ALTER TABLE authkit_external_logins ADD COLUMN proved_at INTEGER NULL;
ALTER TABLE authkit_external_logins ADD COLUMN credential_version INTEGER NULL;
CREATE INDEX IF NOT EXISTS ix_authkit_external_logins_user_id ON authkit_external_logins (user_id);
ALTER TABLE authkit_sessions ADD COLUMN expires_on INTEGER NULL;
ALTER TABLE authkit_sessions ADD COLUMN credential_version INTEGER NULL;
CREATE INDEX IF NOT EXISTS ix_authkit_sessions_expires_on ON authkit_sessions (expires_on);
DROP INDEX IF EXISTS ix_authkit_sessions_expires_at;
ALTER TABLE authkit_tenants ADD COLUMN engine_name TEXT NULL;
ALTER TABLE authkit_tenants ADD COLUMN brought_from BLOB NULL;
ALTER TABLE authkit_tenants ADD COLUMN kept_until INTEGER NULL;
ALTER TABLE authkit_users ADD COLUMN credential_version INTEGER NULL;
INSERT INTO authkit_schema (version) VALUES (4);
