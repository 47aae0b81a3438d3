-- AttemptStore.FindAsync
SELECT subject, failures, last_failure, expires_at
    FROM authkit_failed_attempts
    WHERE subject = $1;

-- AttemptStore.AddAsync
INSERT INTO authkit_failed_attempts (subject, failures, last_failure, expires_at)
    VALUES ($1, $2, $3, $4);

-- AttemptStore.ReplaceAsync
UPDATE authkit_failed_attempts
    SET failures = $1, last_failure = $2, expires_at = $3
    WHERE subject = $4 AND failures = $5;
SELECT subject, failures, last_failure, expires_at
    FROM authkit_failed_attempts
    WHERE subject = $1;

-- AttemptStore.ClearAsync
DELETE FROM authkit_failed_attempts
    WHERE subject = $1;

-- AttemptStore.DeleteExpiredAsync
DELETE FROM authkit_failed_attempts
    WHERE expires_at <= $1 AND (subject) IN (SELECT subject FROM authkit_failed_attempts WHERE expires_at <= $1 LIMIT 500);

-- ClientStore.AddAsync
INSERT INTO authkit_clients (id, secret_hash, slow_hash, metadata, created_at, registration_hash)
    VALUES ($1, $2, $3, $4, $5, $6);

-- ClientStore.FindAsync
SELECT id, secret_hash, slow_hash, metadata, created_at, registration_hash
    FROM authkit_clients
    WHERE id = $1;

-- ClientStore.ReplaceAsync
UPDATE authkit_clients
    SET metadata = $1, secret_hash = $2
    WHERE id = $3 AND registration_hash = $4 AND secret_hash = $5;
UPDATE authkit_clients
    SET metadata = $1, secret_hash = $2
    WHERE id = $3 AND registration_hash IS NULL AND secret_hash IS NULL;

-- ClientStore.RemoveAsync
DELETE FROM authkit_clients
    WHERE id = $1;

-- ConsentStore.AddAsync
INSERT INTO authkit_consents (user_id, client_id, scope, created_at)
    VALUES ($1, $2, $3, $4);

-- ConsentStore.FindAsync
SELECT user_id, client_id, scope, created_at
    FROM authkit_consents
    WHERE user_id = $1 AND client_id = $2;

-- ConsentStore.ListAsync
SELECT user_id, client_id, scope, created_at
    FROM authkit_consents
    WHERE user_id = $1 LIMIT 1;

-- ConsentStore.RemoveAsync
DELETE FROM authkit_consents
    WHERE user_id = $1 AND client_id = $2;

-- DirectoryStore.AddAsync
INSERT INTO authkit_directory (name_hash, tenant, added_at)
    VALUES ($1, $2, $3);

-- DirectoryStore.RemoveAsync
DELETE FROM authkit_directory
    WHERE name_hash IN ($1) AND tenant = $2;

-- DirectoryStore.FindAsync
SELECT name_hash, tenant, added_at
    FROM authkit_directory
    WHERE name_hash = $1;

-- ExternalLoginStore.FindAsync
SELECT provider, subject, user_id, created_at, proved_at, credential_version
    FROM authkit_external_logins
    WHERE provider = $1 AND subject = $2;

-- ExternalLoginStore.ListAsync
SELECT provider, subject, user_id, created_at, proved_at, credential_version
    FROM authkit_external_logins
    WHERE user_id = $1;

-- ExternalLoginStore.AddAsync
INSERT INTO authkit_external_logins (provider, subject, user_id, created_at, proved_at, credential_version)
    VALUES ($1, $2, $3, $4, $5, $6);

-- ExternalLoginStore.RemoveAsync
DELETE FROM authkit_external_logins
    WHERE provider = $1 AND subject = $2 AND user_id = $3;
DELETE FROM authkit_external_logins
    WHERE provider = $1 AND subject = $2 AND user_id = $3 AND proved_at IS NULL;

-- ExternalLoginStore.RemoveUnprovedAsync
DELETE FROM authkit_external_logins
    WHERE user_id = $1 AND proved_at IS NULL;

-- GrantStore.CreateAsync
INSERT INTO authkit_grants (handle, kind, secret_hash, user_id, created_at, expires_at, consumed_at, client_id, data)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- GrantStore.FindAsync
SELECT handle, kind, secret_hash, user_id, created_at, expires_at, consumed_at, client_id, data
    FROM authkit_grants
    WHERE handle = $1;

-- GrantStore.ConsumeAsync
UPDATE authkit_grants
    SET consumed_at = $1
    WHERE handle = $2 AND secret_hash = $3 AND consumed_at IS NULL AND expires_at > $4;

-- GrantStore.ConsumeAllAsync
UPDATE authkit_grants
    SET consumed_at = $1
    WHERE user_id = $2 AND kind = $3 AND consumed_at IS NULL AND expires_at > $4;

-- GrantStore.DeleteExpiredAsync
DELETE FROM authkit_grants
    WHERE expires_at <= $1 AND (handle) IN (SELECT handle FROM authkit_grants WHERE expires_at <= $1 LIMIT 500);

-- KeyStore.ListAsync
SELECT id, key_use, generation, public_key, protected_key, activates_at, retires_at, expires_at
    FROM authkit_keys
    ORDER BY generation;

-- KeyStore.AddAsync
INSERT INTO authkit_keys (id, key_use, generation, public_key, protected_key, activates_at, retires_at, expires_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- KeyStore.RemoveAsync
DELETE FROM authkit_keys
    WHERE id = $1 AND key_use <> $2;

-- KeyStore.DeleteExpiredAsync
DELETE FROM authkit_keys
    WHERE expires_at <= $1;

-- LogoutNoticeStore.EnqueueAsync
INSERT INTO authkit_logout_notices (id, client_id, user_id, tenant, session_id, created_at, expires_at, due_at, attempts)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- LogoutNoticeStore.ListDueAsync
SELECT id, client_id, user_id, tenant, session_id, created_at, expires_at, due_at, attempts
    FROM authkit_logout_notices
    WHERE due_at <= $1
    ORDER BY due_at LIMIT 1;

-- LogoutNoticeStore.ClaimAsync
UPDATE authkit_logout_notices
    SET due_at = $1, attempts = attempts + $2
    WHERE id = $3 AND due_at = $4;

-- LogoutNoticeStore.PostponeAsync
UPDATE authkit_logout_notices
    SET due_at = $1
    WHERE id = $2 AND due_at = $3;

-- LogoutNoticeStore.RemoveAsync
DELETE FROM authkit_logout_notices
    WHERE id = $1;

-- MailRecipientStore.BookAsync
UPDATE authkit_mail_recipients
    SET last_mail_at = $1, mails = mails + $2
    WHERE address_hash = $3 AND last_mail_at <= $4 AND day_started_at > $5 AND mails < $6;
UPDATE authkit_mail_recipients
    SET last_mail_at = $1, day_started_at = $2, mails = $3
    WHERE address_hash = $4 AND last_mail_at <= $5 AND day_started_at <= $6;
INSERT INTO authkit_mail_recipients (address_hash, last_mail_at, day_started_at, mails)
    VALUES ($1, $2, $3, $4);

-- MailRecipientStore.DeleteUnusedAsync
DELETE FROM authkit_mail_recipients
    WHERE day_started_at <= $1 AND last_mail_at <= $2 AND (address_hash) IN (SELECT address_hash FROM authkit_mail_recipients WHERE day_started_at <= $1 AND last_mail_at <= $2 LIMIT 500);

-- OutboxStore.EnqueueAsync
INSERT INTO authkit_outbox (id, kind, protected_data, created_at, expires_at, due_at, attempts, dead_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- OutboxStore.ListDueAsync
SELECT id, kind, protected_data, created_at, expires_at, due_at, attempts, dead_at
    FROM authkit_outbox
    WHERE due_at <= $1
    ORDER BY due_at LIMIT 1;

-- OutboxStore.ClaimAsync
UPDATE authkit_outbox
    SET due_at = $1, attempts = attempts + $2
    WHERE id = $3 AND due_at = $4;

-- OutboxStore.PostponeAsync
UPDATE authkit_outbox
    SET due_at = $1
    WHERE id = $2 AND due_at = $3;

-- OutboxStore.RemoveAsync
DELETE FROM authkit_outbox
    WHERE id = $1;

-- OutboxStore.BuryAsync
UPDATE authkit_outbox
    SET due_at = $1, dead_at = $2, protected_data = $3
    WHERE id = $4 AND due_at = $5;

-- OutboxStore.DeleteEnqueuedAsync
DELETE FROM authkit_outbox
    WHERE created_at <= $1 AND (id) IN (SELECT id FROM authkit_outbox WHERE created_at <= $1 LIMIT 500);

-- RoleMembers.AddAsync
INSERT INTO authkit_role_members (role, user_id)
    VALUES ($1, $2);

-- RoleMembers.SettleAsync
SELECT role, user_id
    FROM authkit_role_members
    WHERE user_id = $1;
SELECT id, email, email_verified, user_name, password_hash, name, given_name, family_name, phone_number, address, contact_email, failed_sign_ins, last_failed_sign_in, created_at, version, credential_version, disabled_at, erase_at, roles, fields, last_seen_on
    FROM authkit_users
    WHERE id = $1;

-- SessionStore.CreateAsync
INSERT INTO authkit_sessions (id, user_id, client_id, scope, handle, secret_hash, salt, created_at, last_used_at, expires_at, absolute_expires_at, revoked_at, authenticated_at, expires_on, credential_version, parent_id, confirmation, details, device, address, name)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21);

-- SessionStore.RotateAsync
UPDATE authkit_sessions
    SET secret_hash = $1, salt = $2, last_used_at = $3, expires_at = CASE WHEN absolute_expires_at < $4 THEN absolute_expires_at ELSE $4 END, expires_on = $5
    WHERE handle = $6 AND client_id = $7 AND secret_hash = $8 AND revoked_at IS NULL AND expires_at > $9 AND confirmation IS NULL AND id = $10;
SELECT id, user_id, client_id, scope, handle, secret_hash, salt, created_at, last_used_at, expires_at, absolute_expires_at, revoked_at, authenticated_at, expires_on, credential_version, parent_id, confirmation, details, device, address, name
    FROM authkit_sessions
    WHERE handle = $1;
UPDATE authkit_sessions
    SET secret_hash = $1, salt = $2, last_used_at = $3, expires_at = CASE WHEN absolute_expires_at < $4 THEN absolute_expires_at ELSE $4 END, expires_on = $5
    WHERE handle = $6 AND client_id = $7 AND secret_hash = $8 AND revoked_at IS NULL AND expires_at > $9 AND confirmation IS NULL;

-- SessionStore.FindAsync
SELECT id, user_id, client_id, scope, handle, secret_hash, salt, created_at, last_used_at, expires_at, absolute_expires_at, revoked_at, authenticated_at, expires_on, credential_version, parent_id, confirmation, details, device, address, name
    FROM authkit_sessions
    WHERE id = $1;

-- SessionStore.FindByHandleAsync
SELECT id, user_id, client_id, scope, handle, secret_hash, salt, created_at, last_used_at, expires_at, absolute_expires_at, revoked_at, authenticated_at, expires_on, credential_version, parent_id, confirmation, details, device, address, name
    FROM authkit_sessions
    WHERE handle = $1;

-- SessionStore.RevokeByHandleAsync
UPDATE authkit_sessions
    SET revoked_at = $1
    WHERE handle = $2 AND user_id = $3 AND revoked_at IS NULL;

-- SessionStore.RevokeAsync
UPDATE authkit_sessions
    SET revoked_at = $1
    WHERE id = $2 AND revoked_at IS NULL;

-- SessionStore.ListStandingAsync
SELECT id, user_id, client_id, scope, handle, secret_hash, salt, created_at, last_used_at, expires_at, absolute_expires_at, revoked_at, authenticated_at, expires_on, credential_version, parent_id, confirmation, details, device, address, name
    FROM authkit_sessions
    WHERE user_id = $1 AND revoked_at IS NULL AND expires_at > $2 AND parent_id = $3
    ORDER BY created_at LIMIT 1;
SELECT id, user_id, client_id, scope, handle, secret_hash, salt, created_at, last_used_at, expires_at, absolute_expires_at, revoked_at, authenticated_at, expires_on, credential_version, parent_id, confirmation, details, device, address, name
    FROM authkit_sessions
    WHERE user_id = $1 AND revoked_at IS NULL AND expires_at > $2
    ORDER BY created_at LIMIT 1;

-- SessionStore.ListStandingAsync
SELECT id, user_id, client_id, scope, handle, secret_hash, salt, created_at, last_used_at, expires_at, absolute_expires_at, revoked_at, authenticated_at, expires_on, credential_version, parent_id, confirmation, details, device, address, name
    FROM authkit_sessions
    WHERE user_id = $1 AND revoked_at IS NULL AND expires_at > $2 AND id < $3
    ORDER BY id DESC LIMIT 1;
SELECT id, user_id, client_id, scope, handle, secret_hash, salt, created_at, last_used_at, expires_at, absolute_expires_at, revoked_at, authenticated_at, expires_on, credential_version, parent_id, confirmation, details, device, address, name
    FROM authkit_sessions
    WHERE user_id = $1 AND revoked_at IS NULL AND expires_at > $2
    ORDER BY id DESC LIMIT 1;

-- SessionStore.EndAsync
UPDATE authkit_sessions
    SET revoked_at = $1
    WHERE id = $2 AND user_id = $3 AND revoked_at IS NULL AND expires_at > $4;

-- SessionStore.RenameAsync
UPDATE authkit_sessions
    SET name = $1
    WHERE id = $2 AND user_id = $3 AND revoked_at IS NULL;

-- SessionStore.AdoptAsync
UPDATE authkit_sessions
    SET parent_id = $1
    WHERE user_id = $2 AND parent_id = $3;

-- SessionStore.RebindAsync
UPDATE authkit_sessions
    SET credential_version = $1
    WHERE id = $2 AND user_id = $3 AND revoked_at IS NULL;

-- SessionStore.ProveAsync
UPDATE authkit_sessions
    SET authenticated_at = $1, details = $2
    WHERE id = $3 AND user_id = $4 AND revoked_at IS NULL AND expires_at > $5 AND credential_version IS NULL AND authenticated_at IS NULL;

-- SessionStore.RevokeAllAsync
SELECT id, user_id, client_id, scope, handle, secret_hash, salt, created_at, last_used_at, expires_at, absolute_expires_at, revoked_at, authenticated_at, expires_on, credential_version, parent_id, confirmation, details, device, address, name
    FROM authkit_sessions
    WHERE user_id = $1 AND revoked_at IS NULL AND id <> $2
    ORDER BY created_at LIMIT 2000;
UPDATE authkit_sessions
    SET revoked_at = $1
    WHERE user_id = $2 AND revoked_at IS NULL AND id <> $3;
SELECT id, user_id, client_id, scope, handle, secret_hash, salt, created_at, last_used_at, expires_at, absolute_expires_at, revoked_at, authenticated_at, expires_on, credential_version, parent_id, confirmation, details, device, address, name
    FROM authkit_sessions
    WHERE user_id = $1 AND revoked_at IS NULL
    ORDER BY created_at LIMIT 2000;
UPDATE authkit_sessions
    SET revoked_at = $1
    WHERE user_id = $2 AND revoked_at IS NULL;

-- SessionStore.DeleteExpiredAsync
DELETE FROM authkit_sessions
    WHERE expires_on <= $1 AND expires_at <= $2 AND (id) IN (SELECT id FROM authkit_sessions WHERE expires_on <= $1 AND expires_at <= $2 LIMIT 500);
DELETE FROM authkit_sessions
    WHERE expires_on IS NULL AND expires_at <= $1 AND (id) IN (SELECT id FROM authkit_sessions WHERE expires_on IS NULL AND expires_at <= $1 LIMIT 500);

-- TenantStore.AddAsync
INSERT INTO authkit_tenants (alias, slot, engine, fingerprint, protected_connection, created_at, engine_name, brought_from, kept_until)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- TenantStore.FindByAliasAsync
SELECT alias, slot, engine, fingerprint, protected_connection, created_at, engine_name, brought_from, kept_until
    FROM authkit_tenants
    WHERE alias = $1;

-- TenantStore.FindByFingerprintAsync
SELECT alias, slot, engine, fingerprint, protected_connection, created_at, engine_name, brought_from, kept_until
    FROM authkit_tenants
    WHERE fingerprint = $1;

-- TenantStore.ListAsync
SELECT alias, slot, engine, fingerprint, protected_connection, created_at, engine_name, brought_from, kept_until
    FROM authkit_tenants;

-- TenantStore.KeepAsync
UPDATE authkit_tenants
    SET kept_until = $1
    WHERE alias = $2;

-- TenantStore.RemoveAsync
DELETE FROM authkit_tenants
    WHERE alias = $1 AND kept_until IS NULL;

-- UserSearch.FindAsync
SELECT id, email, email_verified, user_name, password_hash, name, given_name, family_name, phone_number, address, contact_email, failed_sign_ins, last_failed_sign_in, created_at, version, credential_version, disabled_at, erase_at, roles, fields, last_seen_on
    FROM authkit_users
    WHERE normalized_email >= $1 AND normalized_email < $2
    ORDER BY normalized_email LIMIT 200;
SELECT id, email, email_verified, user_name, password_hash, name, given_name, family_name, phone_number, address, contact_email, failed_sign_ins, last_failed_sign_in, created_at, version, credential_version, disabled_at, erase_at, roles, fields, last_seen_on
    FROM authkit_users
    ORDER BY created_at DESC LIMIT 200;

-- UserStore.CreateAsync
INSERT INTO authkit_users (id, email, normalized_email, email_verified, user_name, normalized_user_name, password_hash, name, given_name, family_name, phone_number, address, contact_email, failed_sign_ins, last_failed_sign_in, created_at, version, credential_version, disabled_at, erase_at, roles, fields, last_seen_on)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23);

-- UserStore.FindByIdAsync
SELECT id, email, email_verified, user_name, password_hash, name, given_name, family_name, phone_number, address, contact_email, failed_sign_ins, last_failed_sign_in, created_at, version, credential_version, disabled_at, erase_at, roles, fields, last_seen_on
    FROM authkit_users
    WHERE id = $1;

-- UserStore.FindByEmailAsync
SELECT id, email, email_verified, user_name, password_hash, name, given_name, family_name, phone_number, address, contact_email, failed_sign_ins, last_failed_sign_in, created_at, version, credential_version, disabled_at, erase_at, roles, fields, last_seen_on
    FROM authkit_users
    WHERE normalized_email = $1;

-- UserStore.FindByUserNameAsync
SELECT id, email, email_verified, user_name, password_hash, name, given_name, family_name, phone_number, address, contact_email, failed_sign_ins, last_failed_sign_in, created_at, version, credential_version, disabled_at, erase_at, roles, fields, last_seen_on
    FROM authkit_users
    WHERE normalized_user_name = $1;

-- UserStore.UpdateAsync
UPDATE authkit_users
    SET email = $1, normalized_email = $2, email_verified = $3, user_name = $4, normalized_user_name = $5, password_hash = $6, name = $7, given_name = $8, family_name = $9, phone_number = $10, address = $11, contact_email = $12, credential_version = $13, disabled_at = $14, erase_at = $15, roles = $16, fields = $17, version = version + $18
    WHERE id = $19 AND version = $20;

-- UserStore.RecordFailedSignInAsync
UPDATE authkit_users
    SET failed_sign_ins = failed_sign_ins + $1, last_failed_sign_in = $2
    WHERE id = $3;

-- UserStore.ReplaceFailedSignInsAsync
UPDATE authkit_users
    SET failed_sign_ins = $1, last_failed_sign_in = $2
    WHERE id = $3 AND failed_sign_ins = $4;
SELECT id, email, email_verified, user_name, password_hash, name, given_name, family_name, phone_number, address, contact_email, failed_sign_ins, last_failed_sign_in, created_at, version, credential_version, disabled_at, erase_at, roles, fields, last_seen_on
    FROM authkit_users
    WHERE id = $1;

-- UserStore.ClearFailedSignInsAsync
UPDATE authkit_users
    SET failed_sign_ins = $1, last_failed_sign_in = $2
    WHERE id = $3;

-- BoundSessions.RotateAsync
UPDATE authkit_sessions
    SET secret_hash = $1, salt = $2, last_used_at = $3, expires_at = CASE WHEN absolute_expires_at < $4 THEN absolute_expires_at ELSE $4 END, expires_on = $5
    WHERE handle = $6 AND client_id = $7 AND secret_hash = $8 AND revoked_at IS NULL AND expires_at > $9 AND confirmation IS NULL;
SELECT id, user_id, client_id, scope, handle, secret_hash, salt, created_at, last_used_at, expires_at, absolute_expires_at, revoked_at, authenticated_at, expires_on, credential_version, parent_id, confirmation, details, device, address, name
    FROM authkit_sessions
    WHERE handle = $1;
SELECT id, email, email_verified, user_name, password_hash, name, given_name, family_name, phone_number, address, contact_email, failed_sign_ins, last_failed_sign_in, created_at, version, credential_version, disabled_at, erase_at, roles, fields, last_seen_on
    FROM authkit_users
    WHERE id = (SELECT user_id FROM authkit_sessions WHERE handle = $1);

