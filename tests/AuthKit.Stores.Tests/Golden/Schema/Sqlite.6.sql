CREATE TABLE IF NOT EXISTS authkit_role_members (
    role TEXT NOT NULL,
    user_id BLOB NOT NULL,
    CONSTRAINT pk_authkit_role_members PRIMARY KEY (role, user_id)
);
CREATE INDEX IF NOT EXISTS ix_authkit_role_members_user_id ON authkit_role_members (user_id);
ALTER TABLE authkit_sessions ADD COLUMN device TEXT NULL;
ALTER TABLE authkit_sessions ADD COLUMN address TEXT NULL;
ALTER TABLE authkit_sessions ADD COLUMN name TEXT NULL;
CREATE INDEX IF NOT EXISTS ix_authkit_sessions_user_id_id ON authkit_sessions (user_id, id);
DROP INDEX IF EXISTS ix_authkit_sessions_user_id;
ALTER TABLE authkit_users ADD COLUMN disabled_at INTEGER NULL;
ALTER TABLE authkit_users ADD COLUMN erase_at INTEGER NULL;
ALTER TABLE authkit_users ADD COLUMN roles TEXT NULL;
ALTER TABLE authkit_users ADD COLUMN fields TEXT NULL;
ALTER TABLE authkit_users ADD COLUMN last_seen_on INTEGER NULL;
CREATE INDEX IF NOT EXISTS ix_authkit_users_created_at ON authkit_users (created_at);
CREATE INDEX IF NOT EXISTS ix_authkit_users_last_seen_on ON authkit_users (last_seen_on);
CREATE INDEX IF NOT EXISTS ix_authkit_users_erase_at ON authkit_users (erase_at);
INSERT INTO authkit_schema (version) VALUES (6);
