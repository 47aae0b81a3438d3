CREATE TABLE IF NOT EXISTS authkit_role_members (
    role varchar(64) NOT NULL,
    user_id binary(16) NOT NULL,
    CONSTRAINT pk_authkit_role_members PRIMARY KEY (role, user_id),
    INDEX ix_authkit_role_members_user_id (user_id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 /*!80017 COLLATE utf8mb4_0900_bin */ /*M!100203 COLLATE utf8mb4_nopad_bin */;
ALTER TABLE authkit_sessions ADD COLUMN device varchar(128) NULL;
ALTER TABLE authkit_sessions ADD COLUMN address varchar(64) NULL;
ALTER TABLE authkit_sessions ADD COLUMN name varchar(64) NULL;
CREATE INDEX ix_authkit_sessions_user_id_id ON authkit_sessions (user_id, id);
ALTER TABLE authkit_sessions DROP INDEX ix_authkit_sessions_user_id;
ALTER TABLE authkit_users ADD COLUMN disabled_at datetime(6) NULL;
ALTER TABLE authkit_users ADD COLUMN erase_at datetime(6) NULL;
ALTER TABLE authkit_users ADD COLUMN roles varchar(1024) NULL;
ALTER TABLE authkit_users ADD COLUMN fields varchar(4000) NULL;
ALTER TABLE authkit_users ADD COLUMN last_seen_on int NULL;
CREATE INDEX ix_authkit_users_created_at ON authkit_users (created_at);
CREATE INDEX ix_authkit_users_last_seen_on ON authkit_users (last_seen_on);
CREATE INDEX ix_authkit_users_erase_at ON authkit_users (erase_at);
INSERT INTO authkit_schema (version) VALUES (6);
