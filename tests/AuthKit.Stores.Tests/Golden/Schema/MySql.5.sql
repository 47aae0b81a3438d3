CREATE TABLE IF NOT EXISTS authkit_logout_notices (
    id binary(16) NOT NULL,
    client_id varchar(256) NOT NULL,
    user_id binary(16) NOT NULL,
    tenant varchar(64) NOT NULL,
    session_id binary(16) NOT NULL,
    created_at datetime(6) NOT NULL,
    expires_at datetime(6) NOT NULL,
    due_at datetime(6) NOT NULL,
    attempts int NOT NULL,
    CONSTRAINT pk_authkit_logout_notices PRIMARY KEY (id),
    INDEX ix_authkit_logout_notices_due_at (due_at)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 /*!80017 COLLATE utf8mb4_0900_bin */ /*M!100203 COLLATE utf8mb4_nopad_bin */;
ALTER TABLE authkit_clients ADD COLUMN registration_hash varbinary(32) NULL;
ALTER TABLE authkit_sessions ADD COLUMN parent_id binary(16) NULL;
ALTER TABLE authkit_sessions ADD COLUMN confirmation varchar(64) NULL;
ALTER TABLE authkit_sessions ADD COLUMN details varchar(4000) NULL;
INSERT INTO authkit_schema (version) VALUES (5);
