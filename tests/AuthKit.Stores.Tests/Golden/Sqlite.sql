-- AttemptStore.FindAsync
SELECT subject, failures, last_failure, expires_at
    FROM authkit_failed_attempts
    WHERE subject = @p0;

-- AttemptStore.AddAsync
INSERT INTO authkit_failed_attempts (subject, failures, last_failure, expires_at)
    VALUES (@p0, @p1, @p2, @p3);

-- AttemptStore.ReplaceAsync
UPDATE authkit_failed_attempts
    SET failures = @p0, last_failure = @p1, expires_at = @p2
    WHERE subject = @p3 AND failures = @p4;
SELECT subject, failures, last_failure, expires_at
    FROM authkit_failed_attempts
    WHERE subject = @p3;

-- AttemptStore.ClearAsync
DELETE FROM authkit_failed_attempts
    WHERE subject = @p0;

-- AttemptStore.DeleteExpiredAsync
DELETE FROM authkit_failed_attempts
    WHERE expires_at <= @p0 AND (subject) IN (SELECT subject FROM authkit_failed_attempts WHERE expires_at <= @p0 LIMIT 500);

-- ClientStore.AddAsync
INSERT INTO authkit_clients (id, secret_hash, slow_hash, metadata, created_at, registration_hash)
    VALUES (@p0, @p1, @p2, @p3, @p4, @p5);

-- ClientStore.FindAsync
SELECT id, secret_hash, slow_hash, metadata, created_at, registration_hash
    FROM authkit_clients
    WHERE id = @p0;

-- ClientStore.ReplaceAsync
UPDATE authkit_clients
    SET metadata = @p0, secret_hash = @p1
    WHERE id = @p2 AND registration_hash = @p3 AND secret_hash = @p4;
UPDATE authkit_clients
    SET metadata = @p0, secret_hash = @p1
    WHERE id = @p2 AND registration_hash IS NULL AND secret_hash IS NULL;

-- ClientStore.RemoveAsync
DELETE FROM authkit_clients
    WHERE id = @p0;

-- ConsentStore.AddAsync
INSERT INTO authkit_consents (user_id, client_id, scope, created_at)
    VALUES (@p0, @p1, @p2, @p3);

-- ConsentStore.FindAsync
SELECT user_id, client_id, scope, created_at
    FROM authkit_consents
    WHERE user_id = @p0 AND client_id = @p1;

-- ConsentStore.ListAsync
SELECT user_id, client_id, scope, created_at
    FROM authkit_consents
    WHERE user_id = @p0 LIMIT 1;

-- ConsentStore.RemoveAsync
DELETE FROM authkit_consents
    WHERE user_id = @p0 AND client_id = @p1;

-- DirectoryStore.AddAsync
INSERT INTO authkit_directory (name_hash, tenant, added_at)
    VALUES (@p0, @p1, @p2);

-- DirectoryStore.RemoveAsync
DELETE FROM authkit_directory
    WHERE name_hash IN (@p0) AND tenant = @p1;

-- DirectoryStore.FindAsync
SELECT name_hash, tenant, added_at
    FROM authkit_directory
    WHERE name_hash = @p0;

-- ExternalLoginStore.FindAsync
SELECT provider, subject, user_id, created_at, proved_at, credential_version
    FROM authkit_external_logins
    WHERE provider = @p0 AND subject = @p1;

-- ExternalLoginStore.ListAsync
SELECT provider, subject, user_id, created_at, proved_at, credential_version
    FROM authkit_external_logins
    WHERE user_id = @p0;

-- ExternalLoginStore.AddAsync
INSERT INTO authkit_external_logins (provider, subject, user_id, created_at, proved_at, credential_version)
    VALUES (@p0, @p1, @p2, @p3, @p4, @p5);

-- ExternalLoginStore.RemoveAsync
DELETE FROM authkit_external_logins
    WHERE provider = @p0 AND subject = @p1 AND user_id = @p2;
DELETE FROM authkit_external_logins
    WHERE provider = @p0 AND subject = @p1 AND user_id = @p2 AND proved_at IS NULL;

-- ExternalLoginStore.RemoveUnprovedAsync
DELETE FROM authkit_external_logins
    WHERE user_id = @p0 AND proved_at IS NULL;

-- GrantStore.CreateAsync
INSERT INTO authkit_grants (handle, kind, secret_hash, user_id, created_at, expires_at, consumed_at, client_id, data)
    VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8);

-- GrantStore.FindAsync
SELECT handle, kind, secret_hash, user_id, created_at, expires_at, consumed_at, client_id, data
    FROM authkit_grants
    WHERE handle = @p0;

-- GrantStore.ConsumeAsync
UPDATE authkit_grants
    SET consumed_at = @p0
    WHERE handle = @p1 AND secret_hash = @p2 AND consumed_at IS NULL AND expires_at > @p3;

-- GrantStore.ConsumeAllAsync
UPDATE authkit_grants
    SET consumed_at = @p0
    WHERE user_id = @p1 AND kind = @p2 AND consumed_at IS NULL AND expires_at > @p3;

-- GrantStore.DeleteExpiredAsync
DELETE FROM authkit_grants
    WHERE expires_at <= @p0 AND (handle) IN (SELECT handle FROM authkit_grants WHERE expires_at <= @p0 LIMIT 500);

-- KeyStore.ListAsync
SELECT id, key_use, generation, public_key, protected_key, activates_at, retires_at, expires_at
    FROM authkit_keys
    ORDER BY generation;

-- KeyStore.AddAsync
INSERT INTO authkit_keys (id, key_use, generation, public_key, protected_key, activates_at, retires_at, expires_at)
    VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7);

-- KeyStore.RemoveAsync
DELETE FROM authkit_keys
    WHERE id = @p0 AND key_use <> @p1;

-- KeyStore.DeleteExpiredAsync
DELETE FROM authkit_keys
    WHERE expires_at <= @p0;

-- LogoutNoticeStore.EnqueueAsync
INSERT INTO authkit_logout_notices (id, client_id, user_id, tenant, session_id, created_at, expires_at, due_at, attempts)
    VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8);

-- LogoutNoticeStore.ListDueAsync
SELECT id, client_id, user_id, tenant, session_id, created_at, expires_at, due_at, attempts
    FROM authkit_logout_notices
    WHERE due_at <= @p0
    ORDER BY due_at LIMIT 1;

-- LogoutNoticeStore.ClaimAsync
UPDATE authkit_logout_notices
    SET due_at = @p0, attempts = attempts + @p1
    WHERE id = @p2 AND due_at = @p3;

-- LogoutNoticeStore.PostponeAsync
UPDATE authkit_logout_notices
    SET due_at = @p0
    WHERE id = @p1 AND due_at = @p2;

-- LogoutNoticeStore.RemoveAsync
DELETE FROM authkit_logout_notices
    WHERE id = @p0;

-- MailRecipientStore.BookAsync
UPDATE authkit_mail_recipients
    SET last_mail_at = @p0, mails = mails + @p1
    WHERE address_hash = @p2 AND last_mail_at <= @p3 AND day_started_at > @p4 AND mails < @p5;
UPDATE authkit_mail_recipients
    SET last_mail_at = @p0, day_started_at = @p1, mails = @p2
    WHERE address_hash = @p3 AND last_mail_at <= @p4 AND day_started_at <= @p5;
INSERT INTO authkit_mail_recipients (address_hash, last_mail_at, day_started_at, mails)
    VALUES (@p0, @p1, @p2, @p3);

-- MailRecipientStore.DeleteUnusedAsync
DELETE FROM authkit_mail_recipients
    WHERE day_started_at <= @p0 AND last_mail_at <= @p1 AND (address_hash) IN (SELECT address_hash FROM authkit_mail_recipients WHERE day_started_at <= @p0 AND last_mail_at <= @p1 LIMIT 500);

-- OutboxStore.EnqueueAsync
INSERT INTO authkit_outbox (id, kind, protected_data, created_at, expires_at, due_at, attempts, dead_at)
    VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7);

-- OutboxStore.ListDueAsync
SELECT id, kind, protected_data, created_at, expires_at, due_at, attempts, dead_at
    FROM authkit_outbox
    WHERE due_at <= @p0
    ORDER BY due_at LIMIT 1;

-- OutboxStore.ClaimAsync
UPDATE authkit_outbox
    SET due_at = @p0, attempts = attempts + @p1
    WHERE id = @p2 AND due_at = @p3;

-- OutboxStore.PostponeAsync
UPDATE authkit_outbox
    SET due_at = @p0
    WHERE id = @p1 AND due_at = @p2;

-- OutboxStore.RemoveAsync
DELETE FROM authkit_outbox
    WHERE id = @p0;

-- OutboxStore.BuryAsync
UPDATE authkit_outbox
    SET due_at = @p0, dead_at = @p1, protected_data = @p2
    WHERE id = @p3 AND due_at = @p4;

-- OutboxStore.DeleteEnqueuedAsync
DELETE FROM authkit_outbox
    WHERE created_at <= @p0 AND (id) IN (SELECT id FROM authkit_outbox WHERE created_at <= @p0 LIMIT 500);

-- RoleMembers.AddAsync
INSERT INTO authkit_role_members (role, user_id)
    VALUES (@p0, @p1);

-- RoleMembers.SettleAsync
SELECT role, user_id
    FROM authkit_role_members
    WHERE user_id = @p0;
SELECT id, email, email_verified, user_name, password_hash, name, given_name, family_name, phone_number, address, contact_email, failed_sign_ins, last_failed_sign_in, created_at, version, credential_version, disabled_at, erase_at, roles, fields, last_seen_on
    FROM authkit_users
    WHERE id = @p0;

-- SessionStore.CreateAsync
INSERT INTO authkit_sessions (id, user_id, client_id, scope, handle, secret_hash, salt, created_at, last_used_at, expires_at, absolute_expires_at, revoked_at, authenticated_at, expires_on, credential_version, parent_id, confirmation, details, device, address, name)
    VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20);

-- SessionStore.RotateAsync
UPDATE authkit_sessions
    SET secret_hash = @p0, salt = @p1, last_used_at = @p2, expires_at = CASE WHEN absolute_expires_at < @p3 THEN absolute_expires_at ELSE @p3 END, expires_on = @p4
    WHERE handle = @p5 AND client_id = @p6 AND secret_hash = @p7 AND revoked_at IS NULL AND expires_at > @p8 AND confirmation IS NULL AND id = @p9;
SELECT id, user_id, client_id, scope, handle, secret_hash, salt, created_at, last_used_at, expires_at, absolute_expires_at, revoked_at, authenticated_at, expires_on, credential_version, parent_id, confirmation, details, device, address, name
    FROM authkit_sessions
    WHERE handle = @p5;
UPDATE authkit_sessions
    SET secret_hash = @p0, salt = @p1, last_used_at = @p2, expires_at = CASE WHEN absolute_expires_at < @p3 THEN absolute_expires_at ELSE @p3 END, expires_on = @p4
    WHERE handle = @p5 AND client_id = @p6 AND secret_hash = @p7 AND revoked_at IS NULL AND expires_at > @p8 AND confirmation IS NULL;
SELECT id, user_id, client_id, scope, handle, secret_hash, salt, created_at, last_used_at, expires_at, absolute_expires_at, revoked_at, authenticated_at, expires_on, credential_version, parent_id, confirmation, details, device, address, name
    FROM authkit_sessions
    WHERE handle = @p5;

-- SessionStore.FindAsync
SELECT id, user_id, client_id, scope, handle, secret_hash, salt, created_at, last_used_at, expires_at, absolute_expires_at, revoked_at, authenticated_at, expires_on, credential_version, parent_id, confirmation, details, device, address, name
    FROM authkit_sessions
    WHERE id = @p0;

-- SessionStore.FindByHandleAsync
SELECT id, user_id, client_id, scope, handle, secret_hash, salt, created_at, last_used_at, expires_at, absolute_expires_at, revoked_at, authenticated_at, expires_on, credential_version, parent_id, confirmation, details, device, address, name
    FROM authkit_sessions
    WHERE handle = @p0;

-- SessionStore.RevokeByHandleAsync
UPDATE authkit_sessions
    SET revoked_at = @p0
    WHERE handle = @p1 AND user_id = @p2 AND revoked_at IS NULL;

-- SessionStore.RevokeAsync
UPDATE authkit_sessions
    SET revoked_at = @p0
    WHERE id = @p1 AND revoked_at IS NULL;

-- SessionStore.ListStandingAsync
SELECT id, user_id, client_id, scope, handle, secret_hash, salt, created_at, last_used_at, expires_at, absolute_expires_at, revoked_at, authenticated_at, expires_on, credential_version, parent_id, confirmation, details, device, address, name
    FROM authkit_sessions
    WHERE user_id = @p0 AND revoked_at IS NULL AND expires_at > @p1 AND parent_id = @p2
    ORDER BY created_at LIMIT 1;
SELECT id, user_id, client_id, scope, handle, secret_hash, salt, created_at, last_used_at, expires_at, absolute_expires_at, revoked_at, authenticated_at, expires_on, credential_version, parent_id, confirmation, details, device, address, name
    FROM authkit_sessions
    WHERE user_id = @p0 AND revoked_at IS NULL AND expires_at > @p1
    ORDER BY created_at LIMIT 1;

-- SessionStore.ListStandingAsync
SELECT id, user_id, client_id, scope, handle, secret_hash, salt, created_at, last_used_at, expires_at, absolute_expires_at, revoked_at, authenticated_at, expires_on, credential_version, parent_id, confirmation, details, device, address, name
    FROM authkit_sessions
    WHERE user_id = @p0 AND revoked_at IS NULL AND expires_at > @p1 AND id < @p2
    ORDER BY id DESC LIMIT 1;
SELECT id, user_id, client_id, scope, handle, secret_hash, salt, created_at, last_used_at, expires_at, absolute_expires_at, revoked_at, authenticated_at, expires_on, credential_version, parent_id, confirmation, details, device, address, name
    FROM authkit_sessions
    WHERE user_id = @p0 AND revoked_at IS NULL AND expires_at > @p1
    ORDER BY id DESC LIMIT 1;

-- SessionStore.EndAsync
UPDATE authkit_sessions
    SET revoked_at = @p0
    WHERE id = @p1 AND user_id = @p2 AND revoked_at IS NULL AND expires_at > @p3;

-- SessionStore.RenameAsync
UPDATE authkit_sessions
    SET name = @p0
    WHERE id = @p1 AND user_id = @p2 AND revoked_at IS NULL;

-- SessionStore.AdoptAsync
UPDATE authkit_sessions
    SET parent_id = @p0
    WHERE user_id = @p1 AND parent_id = @p2;

-- SessionStore.RebindAsync
UPDATE authkit_sessions
    SET credential_version = @p0
    WHERE id = @p1 AND user_id = @p2 AND revoked_at IS NULL;

-- SessionStore.ProveAsync
UPDATE authkit_sessions
    SET authenticated_at = @p0, details = @p1
    WHERE id = @p2 AND user_id = @p3 AND revoked_at IS NULL AND expires_at > @p4 AND credential_version IS NULL AND authenticated_at IS NULL;

-- SessionStore.RevokeAllAsync
SELECT id, user_id, client_id, scope, handle, secret_hash, salt, created_at, last_used_at, expires_at, absolute_expires_at, revoked_at, authenticated_at, expires_on, credential_version, parent_id, confirmation, details, device, address, name
    FROM authkit_sessions
    WHERE user_id = @p0 AND revoked_at IS NULL AND id <> @p1
    ORDER BY created_at LIMIT 2000;
UPDATE authkit_sessions
    SET revoked_at = @p0
    WHERE user_id = @p1 AND revoked_at IS NULL AND id <> @p2;
SELECT id, user_id, client_id, scope, handle, secret_hash, salt, created_at, last_used_at, expires_at, absolute_expires_at, revoked_at, authenticated_at, expires_on, credential_version, parent_id, confirmation, details, device, address, name
    FROM authkit_sessions
    WHERE user_id = @p0 AND revoked_at IS NULL
    ORDER BY created_at LIMIT 2000;
UPDATE authkit_sessions
    SET revoked_at = @p0
    WHERE user_id = @p1 AND revoked_at IS NULL;

-- SessionStore.DeleteExpiredAsync
DELETE FROM authkit_sessions
    WHERE expires_on <= @p0 AND expires_at <= @p1 AND (id) IN (SELECT id FROM authkit_sessions WHERE expires_on <= @p0 AND expires_at <= @p1 LIMIT 500);
DELETE FROM authkit_sessions
    WHERE expires_on IS NULL AND expires_at <= @p0 AND (id) IN (SELECT id FROM authkit_sessions WHERE expires_on IS NULL AND expires_at <= @p0 LIMIT 500);

-- TenantStore.AddAsync
INSERT INTO authkit_tenants (alias, slot, engine, fingerprint, protected_connection, created_at, engine_name, brought_from, kept_until)
    VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8);

-- TenantStore.FindByAliasAsync
SELECT alias, slot, engine, fingerprint, protected_connection, created_at, engine_name, brought_from, kept_until
    FROM authkit_tenants
    WHERE alias = @p0;

-- TenantStore.FindByFingerprintAsync
SELECT alias, slot, engine, fingerprint, protected_connection, created_at, engine_name, brought_from, kept_until
    FROM authkit_tenants
    WHERE fingerprint = @p0;

-- TenantStore.ListAsync
SELECT alias, slot, engine, fingerprint, protected_connection, created_at, engine_name, brought_from, kept_until
    FROM authkit_tenants;

-- TenantStore.KeepAsync
UPDATE authkit_tenants
    SET kept_until = @p0
    WHERE alias = @p1;

-- TenantStore.RemoveAsync
DELETE FROM authkit_tenants
    WHERE alias = @p0 AND kept_until IS NULL;

-- UserSearch.FindAsync
SELECT id, email, email_verified, user_name, password_hash, name, given_name, family_name, phone_number, address, contact_email, failed_sign_ins, last_failed_sign_in, created_at, version, credential_version, disabled_at, erase_at, roles, fields, last_seen_on
    FROM authkit_users
    WHERE normalized_email >= @p0 AND normalized_email < @p1
    ORDER BY normalized_email LIMIT 200;
SELECT id, email, email_verified, user_name, password_hash, name, given_name, family_name, phone_number, address, contact_email, failed_sign_ins, last_failed_sign_in, created_at, version, credential_version, disabled_at, erase_at, roles, fields, last_seen_on
    FROM authkit_users
    ORDER BY created_at DESC LIMIT 200;

-- UserStore.CreateAsync
INSERT INTO authkit_users (id, email, normalized_email, email_verified, user_name, normalized_user_name, password_hash, name, given_name, family_name, phone_number, address, contact_email, failed_sign_ins, last_failed_sign_in, created_at, version, credential_version, disabled_at, erase_at, roles, fields, last_seen_on)
    VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22);

-- UserStore.FindByIdAsync
SELECT id, email, email_verified, user_name, password_hash, name, given_name, family_name, phone_number, address, contact_email, failed_sign_ins, last_failed_sign_in, created_at, version, credential_version, disabled_at, erase_at, roles, fields, last_seen_on
    FROM authkit_users
    WHERE id = @p0;

-- UserStore.FindByEmailAsync
SELECT id, email, email_verified, user_name, password_hash, name, given_name, family_name, phone_number, address, contact_email, failed_sign_ins, last_failed_sign_in, created_at, version, credential_version, disabled_at, erase_at, roles, fields, last_seen_on
    FROM authkit_users
    WHERE normalized_email = @p0;

-- UserStore.FindByUserNameAsync
SELECT id, email, email_verified, user_name, password_hash, name, given_name, family_name, phone_number, address, contact_email, failed_sign_ins, last_failed_sign_in, created_at, version, credential_version, disabled_at, erase_at, roles, fields, last_seen_on
    FROM authkit_users
    WHERE normalized_user_name = @p0;

-- UserStore.UpdateAsync
UPDATE authkit_users
    SET email = @p0, normalized_email = @p1, email_verified = @p2, user_name = @p3, normalized_user_name = @p4, password_hash = @p5, name = @p6, given_name = @p7, family_name = @p8, phone_number = @p9, address = @p10, contact_email = @p11, credential_version = @p12, disabled_at = @p13, erase_at = @p14, roles = @p15, fields = @p16, version = version + @p17
    WHERE id = @p18 AND version = @p19;

-- UserStore.RecordFailedSignInAsync
UPDATE authkit_users
    SET failed_sign_ins = failed_sign_ins + @p0, last_failed_sign_in = @p1
    WHERE id = @p2;

-- UserStore.ReplaceFailedSignInsAsync
UPDATE authkit_users
    SET failed_sign_ins = @p0, last_failed_sign_in = @p1
    WHERE id = @p2 AND failed_sign_ins = @p3;
SELECT id, email, email_verified, user_name, password_hash, name, given_name, family_name, phone_number, address, contact_email, failed_sign_ins, last_failed_sign_in, created_at, version, credential_version, disabled_at, erase_at, roles, fields, last_seen_on
    FROM authkit_users
    WHERE id = @p2;

-- UserStore.ClearFailedSignInsAsync
UPDATE authkit_users
    SET failed_sign_ins = @p0, last_failed_sign_in = @p1
    WHERE id = @p2;

-- BoundSessions.RotateAsync
UPDATE authkit_sessions
    SET secret_hash = @p0, salt = @p1, last_used_at = @p2, expires_at = CASE WHEN absolute_expires_at < @p3 THEN absolute_expires_at ELSE @p3 END, expires_on = @p4
    WHERE handle = @p5 AND client_id = @p6 AND secret_hash = @p7 AND revoked_at IS NULL AND expires_at > @p8 AND confirmation IS NULL;
SELECT id, user_id, client_id, scope, handle, secret_hash, salt, created_at, last_used_at, expires_at, absolute_expires_at, revoked_at, authenticated_at, expires_on, credential_version, parent_id, confirmation, details, device, address, name
    FROM authkit_sessions
    WHERE handle = @p5;
SELECT id, email, email_verified, user_name, password_hash, name, given_name, family_name, phone_number, address, contact_email, failed_sign_ins, last_failed_sign_in, created_at, version, credential_version, disabled_at, erase_at, roles, fields, last_seen_on
    FROM authkit_users
    WHERE id = (SELECT user_id FROM authkit_sessions WHERE handle = @p5);

