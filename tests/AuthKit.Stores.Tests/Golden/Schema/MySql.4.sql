CREATE TABLE IF NOT EXISTS authkit_failed_attempts (
    subject varbinary(32) NOT NULL,
    failures int NOT NULL,
    last_failure datetime(6) NOT NULL,
    expires_at datetime(6) NOT NULL,
    CONSTRAINT pk_authkit_failed_attempts PRIMARY KEY (subject),
    INDEX ix_authkit_failed_attempts_expires_at (expires_at)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 /*!80017 COLLATE utf8mb4_0900_bin */ /*M!100203 COLLATE utf8mb4_nopad_bin */;
CREATE TABLE IF NOT EXISTS authkit_feature_schema (
    name varchar(63) NOT NULL,
    version int NOT NULL,
    CONSTRAINT pk_authkit_feature_schema PRIMARY KEY (name, version)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 /*!80017 COLLATE utf8mb4_0900_bin */ /*M!100203 COLLATE utf8mb4_nopad_bin */;
CREATE TABLE IF NOT EXISTS authkit_outbox (
    id binary(16) NOT NULL,
    kind varchar(64) NOT NULL,
    protected_data varbinary(8000) NULL,
    created_at datetime(6) NOT NULL,
    expires_at datetime(6) NOT NULL,
    due_at datetime(6) NOT NULL,
    attempts int NOT NULL,
    dead_at datetime(6) NULL,
    CONSTRAINT pk_authkit_outbox PRIMARY KEY (id),
    INDEX ix_authkit_outbox_due_at (due_at)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 /*!80017 COLLATE utf8mb4_0900_bin */ /*M!100203 COLLATE utf8mb4_nopad_bin */;
CREATE TABLE IF NOT EXISTS authkit_mail_recipients (
    address_hash varbinary(32) NOT NULL,
    last_mail_at datetime(6) NOT NULL,
    day_started_at datetime(6) NOT NULL,
    mails int NOT NULL,
    CONSTRAINT pk_authkit_mail_recipients PRIMARY KEY (address_hash),
    INDEX ix_authkit_mail_recipients_day_started_at (day_started_at)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 /*!80017 COLLATE utf8mb4_0900_bin */ /*M!100203 COLLATE utf8mb4_nopad_bin */;
ALTER TABLE authkit_clients ADD COLUMN slow_hash varchar(1024) NULL;
ALTER TABLE authkit_directory ADD COLUMN added_at datetime(6) NULL;
ALTER TABLE authkit_external_logins ADD COLUMN proved_at datetime(6) NULL;
ALTER TABLE authkit_external_logins ADD COLUMN credential_version int NULL;
CREATE INDEX ix_authkit_external_logins_user_id ON authkit_external_logins (user_id);
ALTER TABLE authkit_sessions ADD COLUMN expires_on int NULL;
ALTER TABLE authkit_sessions ADD COLUMN credential_version int NULL;
CREATE INDEX ix_authkit_sessions_expires_on ON authkit_sessions (expires_on);
ALTER TABLE authkit_sessions DROP INDEX ix_authkit_sessions_expires_at;
ALTER TABLE authkit_tenants ADD COLUMN engine_name varchar(64) NULL;
ALTER TABLE authkit_tenants ADD COLUMN brought_from varbinary(32) NULL;
ALTER TABLE authkit_tenants ADD COLUMN kept_until datetime(6) NULL;
ALTER TABLE authkit_users ADD COLUMN credential_version int NULL;
INSERT INTO authkit_schema (version) VALUES (4);
