ALTER TABLE authkit_clients ADD COLUMN IF NOT EXISTS registration_hash bytea NULL;
ALTER TABLE authkit_sessions ADD COLUMN IF NOT EXISTS parent_id uuid NULL;
ALTER TABLE authkit_sessions ADD COLUMN IF NOT EXISTS confirmation varchar(64) COLLATE "C" NULL;
ALTER TABLE authkit_sessions ADD COLUMN IF NOT EXISTS details varchar(4000) NULL;
INSERT INTO authkit_schema (version) VALUES (5);
