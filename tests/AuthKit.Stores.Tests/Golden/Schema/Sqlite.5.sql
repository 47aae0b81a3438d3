ALTER TABLE authkit_clients ADD COLUMN registration_hash BLOB NULL;
ALTER TABLE authkit_sessions ADD COLUMN parent_id BLOB NULL;
ALTER TABLE authkit_sessions ADD COLUMN confirmation TEXT NULL;
ALTER TABLE authkit_sessions ADD COLUMN details TEXT NULL;
INSERT INTO authkit_schema (version) VALUES (5);
