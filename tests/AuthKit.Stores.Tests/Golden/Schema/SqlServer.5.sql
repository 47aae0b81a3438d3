IF COL_LENGTH(N'authkit_clients', N'registration_hash') IS NULL ALTER TABLE authkit_clients ADD registration_hash varbinary(32) NULL;
IF COL_LENGTH(N'authkit_sessions', N'parent_id') IS NULL ALTER TABLE authkit_sessions ADD parent_id binary(16) NULL;
IF COL_LENGTH(N'authkit_sessions', N'confirmation') IS NULL ALTER TABLE authkit_sessions ADD confirmation nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL;
IF COL_LENGTH(N'authkit_sessions', N'details') IS NULL ALTER TABLE authkit_sessions ADD details nvarchar(4000) NULL;
INSERT INTO authkit_schema (version) VALUES (5);
