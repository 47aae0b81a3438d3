CREATE TABLE IF NOT EXISTS authkit_schema (
    version int NOT NULL,
    CONSTRAINT pk_authkit_schema PRIMARY KEY (version)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 /*!80017 COLLATE utf8mb4_0900_bin */ /*M!100203 COLLATE utf8mb4_nopad_bin */;
CREATE TABLE IF NOT EXISTS authkit_users (
    id binary(16) NOT NULL,
    email varchar(320) NOT NULL,
    normalized_email varchar(320) NOT NULL,
    email_verified boolean NOT NULL,
    user_name varchar(64) NULL,
    normalized_user_name varchar(64) NULL,
    password_hash varchar(1024) NULL,
    name varchar(256) NULL,
    given_name varchar(256) NULL,
    family_name varchar(256) NULL,
    phone_number varchar(256) NULL,
    address varchar(1024) NULL,
    contact_email varchar(320) NULL,
    failed_sign_ins int NOT NULL,
    last_failed_sign_in datetime(6) NULL,
    created_at datetime(6) NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_authkit_users PRIMARY KEY (id),
    UNIQUE INDEX ix_authkit_users_normalized_email (normalized_email),
    UNIQUE INDEX ix_authkit_users_normalized_user_name (normalized_user_name)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 /*!80017 COLLATE utf8mb4_0900_bin */ /*M!100203 COLLATE utf8mb4_nopad_bin */;
CREATE TABLE IF NOT EXISTS authkit_external_logins (
    provider varchar(64) NOT NULL,
    subject varchar(255) NOT NULL,
    user_id binary(16) NOT NULL,
    created_at datetime(6) NOT NULL,
    CONSTRAINT pk_authkit_external_logins PRIMARY KEY (provider, subject)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 /*!80017 COLLATE utf8mb4_0900_bin */ /*M!100203 COLLATE utf8mb4_nopad_bin */;
CREATE TABLE IF NOT EXISTS authkit_sessions (
    id binary(16) NOT NULL,
    user_id binary(16) NOT NULL,
    client_id varchar(256) NOT NULL,
    scope varchar(1024) NOT NULL,
    handle varbinary(16) NOT NULL,
    secret_hash varbinary(32) NULL,
    salt varbinary(32) NULL,
    created_at datetime(6) NOT NULL,
    last_used_at datetime(6) NOT NULL,
    expires_at datetime(6) NOT NULL,
    absolute_expires_at datetime(6) NOT NULL,
    revoked_at datetime(6) NULL,
    CONSTRAINT pk_authkit_sessions PRIMARY KEY (id),
    UNIQUE INDEX ix_authkit_sessions_handle (handle),
    INDEX ix_authkit_sessions_user_id (user_id),
    INDEX ix_authkit_sessions_expires_at (expires_at)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 /*!80017 COLLATE utf8mb4_0900_bin */ /*M!100203 COLLATE utf8mb4_nopad_bin */;
CREATE TABLE IF NOT EXISTS authkit_grants (
    handle varbinary(16) NOT NULL,
    kind int NOT NULL,
    secret_hash varbinary(32) NOT NULL,
    user_id binary(16) NOT NULL,
    created_at datetime(6) NOT NULL,
    expires_at datetime(6) NOT NULL,
    consumed_at datetime(6) NULL,
    CONSTRAINT pk_authkit_grants PRIMARY KEY (handle),
    INDEX ix_authkit_grants_user_id (user_id),
    INDEX ix_authkit_grants_expires_at (expires_at)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 /*!80017 COLLATE utf8mb4_0900_bin */ /*M!100203 COLLATE utf8mb4_nopad_bin */;
CREATE TABLE IF NOT EXISTS authkit_keys (
    id binary(16) NOT NULL,
    key_use int NOT NULL,
    generation int NOT NULL,
    public_key varbinary(1024) NOT NULL,
    protected_key varbinary(8000) NOT NULL,
    activates_at datetime(6) NOT NULL,
    retires_at datetime(6) NOT NULL,
    expires_at datetime(6) NOT NULL,
    CONSTRAINT pk_authkit_keys PRIMARY KEY (id),
    UNIQUE INDEX ix_authkit_keys_key_use_generation (key_use, generation)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 /*!80017 COLLATE utf8mb4_0900_bin */ /*M!100203 COLLATE utf8mb4_nopad_bin */;
CREATE TABLE IF NOT EXISTS authkit_directory (
    name_hash varbinary(32) NOT NULL,
    tenant varchar(64) NOT NULL,
    CONSTRAINT pk_authkit_directory PRIMARY KEY (name_hash, tenant)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 /*!80017 COLLATE utf8mb4_0900_bin */ /*M!100203 COLLATE utf8mb4_nopad_bin */;
INSERT INTO authkit_schema (version) VALUES (1);
