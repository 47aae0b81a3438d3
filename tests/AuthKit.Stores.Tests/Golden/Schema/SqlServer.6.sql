IF OBJECT_ID(N'authkit_role_members', N'U') IS NULL CREATE TABLE authkit_role_members (
    role nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    user_id binary(16) NOT NULL,
    CONSTRAINT pk_authkit_role_members PRIMARY KEY (role, user_id)
);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'authkit_role_members') AND name = N'ix_authkit_role_members_user_id') CREATE INDEX ix_authkit_role_members_user_id ON authkit_role_members (user_id);
IF COL_LENGTH(N'authkit_sessions', N'device') IS NULL ALTER TABLE authkit_sessions ADD device nvarchar(128) NULL;
IF COL_LENGTH(N'authkit_sessions', N'address') IS NULL ALTER TABLE authkit_sessions ADD address nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL;
IF COL_LENGTH(N'authkit_sessions', N'name') IS NULL ALTER TABLE authkit_sessions ADD name nvarchar(64) NULL;
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'authkit_sessions') AND name = N'ix_authkit_sessions_user_id_id') CREATE INDEX ix_authkit_sessions_user_id_id ON authkit_sessions (user_id, id);
DROP INDEX IF EXISTS ix_authkit_sessions_user_id ON authkit_sessions;
IF COL_LENGTH(N'authkit_users', N'disabled_at') IS NULL ALTER TABLE authkit_users ADD disabled_at datetime2(6) NULL;
IF COL_LENGTH(N'authkit_users', N'erase_at') IS NULL ALTER TABLE authkit_users ADD erase_at datetime2(6) NULL;
IF COL_LENGTH(N'authkit_users', N'roles') IS NULL ALTER TABLE authkit_users ADD roles nvarchar(1024) NULL;
IF COL_LENGTH(N'authkit_users', N'fields') IS NULL ALTER TABLE authkit_users ADD fields nvarchar(4000) NULL;
IF COL_LENGTH(N'authkit_users', N'last_seen_on') IS NULL ALTER TABLE authkit_users ADD last_seen_on int NULL;
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'authkit_users') AND name = N'ix_authkit_users_created_at') CREATE INDEX ix_authkit_users_created_at ON authkit_users (created_at);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'authkit_users') AND name = N'ix_authkit_users_last_seen_on') CREATE INDEX ix_authkit_users_last_seen_on ON authkit_users (last_seen_on);
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'authkit_users') AND name = N'ix_authkit_users_erase_at') CREATE INDEX ix_authkit_users_erase_at ON authkit_users (erase_at);
INSERT INTO authkit_schema (version) VALUES (6);
