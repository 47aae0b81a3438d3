CREATE TABLE IF NOT EXISTS authkit_role_members (
    role varchar(64) COLLATE "C" NOT NULL,
    user_id uuid NOT NULL,
    CONSTRAINT pk_authkit_role_members PRIMARY KEY (role, user_id)
);
CREATE INDEX IF NOT EXISTS ix_authkit_role_members_user_id ON authkit_role_members (user_id);
ALTER TABLE authkit_sessions ADD COLUMN IF NOT EXISTS device varchar(128) NULL;
ALTER TABLE authkit_sessions ADD COLUMN IF NOT EXISTS address varchar(64) COLLATE "C" NULL;
ALTER TABLE authkit_sessions ADD COLUMN IF NOT EXISTS name varchar(64) NULL;
CREATE INDEX IF NOT EXISTS ix_authkit_sessions_user_id_id ON authkit_sessions (user_id, id);
DROP INDEX IF EXISTS ix_authkit_sessions_user_id;
ALTER TABLE authkit_users ADD COLUMN IF NOT EXISTS disabled_at timestamptz NULL;
ALTER TABLE authkit_users ADD COLUMN IF NOT EXISTS erase_at timestamptz NULL;
ALTER TABLE authkit_users ADD COLUMN IF NOT EXISTS roles varchar(1024) NULL;
ALTER TABLE authkit_users ADD COLUMN IF NOT EXISTS fields varchar(4000) NULL;
ALTER TABLE authkit_users ADD COLUMN IF NOT EXISTS last_seen_on integer NULL;
CREATE INDEX IF NOT EXISTS ix_authkit_users_created_at ON authkit_users (created_at);
CREATE INDEX IF NOT EXISTS ix_authkit_users_last_seen_on ON authkit_users (last_seen_on);
CREATE INDEX IF NOT EXISTS ix_authkit_users_erase_at ON authkit_users (erase_at);
INSERT INTO authkit_schema (version) VALUES (6);
