ALTER TABLE authkit_clients ADD COLUMN registration_hash varbinary(32) NULL;
ALTER TABLE authkit_sessions ADD COLUMN parent_id binary(16) NULL;
ALTER TABLE authkit_sessions ADD COLUMN confirmation varchar(64) NULL;
ALTER TABLE authkit_sessions ADD COLUMN details varchar(4000) NULL;
INSERT INTO authkit_schema (version) VALUES (5);
