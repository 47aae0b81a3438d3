CREATE TABLE IF NOT EXISTS authkit_clients (
    id varchar(256) NOT NULL,
    secret_hash varbinary(32) NULL,
    metadata varbinary(8000) NOT NULL,
    created_at datetime(6) NOT NULL,
    CONSTRAINT pk_authkit_clients PRIMARY KEY (id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 /*!80017 COLLATE utf8mb4_0900_bin */ /*M!100203 COLLATE utf8mb4_nopad_bin */;
CREATE TABLE IF NOT EXISTS authkit_consents (
    user_id binary(16) NOT NULL,
    client_id varchar(256) NOT NULL,
    scope varchar(128) NOT NULL,
    created_at datetime(6) NOT NULL,
    CONSTRAINT pk_authkit_consents PRIMARY KEY (user_id, client_id, scope)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 /*!80017 COLLATE utf8mb4_0900_bin */ /*M!100203 COLLATE utf8mb4_nopad_bin */;
ALTER TABLE authkit_grants ADD COLUMN client_id varchar(256) NULL;
ALTER TABLE authkit_grants ADD COLUMN data varbinary(8000) NULL;
ALTER TABLE authkit_sessions ADD COLUMN authenticated_at datetime(6) NULL;
INSERT INTO authkit_schema (version) VALUES (3);
