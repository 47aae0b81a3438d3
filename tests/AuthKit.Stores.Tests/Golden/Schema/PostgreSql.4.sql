CREATE TABLE IF NOT EXISTS authkit_failed_attempts (
    subject bytea NOT NULL,
    failures integer NOT NULL,
    last_failure timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT pk_authkit_failed_attempts PRIMARY KEY (subject)
);
CREATE INDEX IF NOT EXISTS ix_authkit_failed_attempts_expires_at ON authkit_failed_attempts (expires_at);
CREATE TABLE IF NOT EXISTS authkit_feature_schema (
    name varchar(63) COLLATE "C" NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_authkit_feature_schema PRIMARY KEY (name, version)
);
CREATE TABLE IF NOT EXISTS authkit_outbox (
    id uuid NOT NULL,
    kind varchar(64) COLLATE "C" NOT NULL,
    protected_data bytea NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    attempts integer NOT NULL,
    dead_at timestamptz NULL,
    CONSTRAINT pk_authkit_outbox PRIMARY KEY (id)
);
CREATE INDEX IF NOT EXISTS ix_authkit_outbox_due_at ON authkit_outbox (due_at);
CREATE TABLE IF NOT EXISTS authkit_mail_recipients (
    address_hash bytea NOT NULL,
    last_mail_at timestamptz NOT NULL,
    day_started_at timestamptz NOT NULL,
    mails integer NOT NULL,
    CONSTRAINT pk_authkit_mail_recipients PRIMARY KEY (address_hash)
);
CREATE INDEX IF NOT EXISTS ix_authkit_mail_recipients_day_started_at ON authkit_mail_recipients (day_started_at);
ALTER TABLE authkit_clients ADD COLUMN IF NOT EXISTS slow_hash varchar(1024) NULL;
ALTER TABLE authkit_directory ADD COLUMN IF NOT EXISTS added_at timestamptz NULL;
ALTER TABLE authkit_external_logins ADD COLUMN IF NOT EXISTS proved_at timestamptz NULL;
ALTER TABLE authkit_external_logins ADD COLUMN IF NOT EXISTS credential_version integer NULL;
CREATE INDEX IF NOT EXISTS ix_authkit_external_logins_user_id ON authkit_external_logins (user_id);
ALTER TABLE authkit_sessions ADD COLUMN IF NOT EXISTS expires_on integer NULL;
ALTER TABLE authkit_sessions ADD COLUMN IF NOT EXISTS credential_version integer NULL;
CREATE INDEX IF NOT EXISTS ix_authkit_sessions_expires_on ON authkit_sessions (expires_on);
DROP INDEX IF EXISTS ix_authkit_sessions_expires_at;
ALTER TABLE authkit_tenants ADD COLUMN IF NOT EXISTS engine_name varchar(64) COLLATE "C" NULL;
ALTER TABLE authkit_tenants ADD COLUMN IF NOT EXISTS brought_from bytea NULL;
ALTER TABLE authkit_tenants ADD COLUMN IF NOT EXISTS kept_until timestamptz NULL;
ALTER TABLE authkit_users ADD COLUMN IF NOT EXISTS credential_version integer NULL;
INSERT INTO authkit_schema (version) VALUES (4);
